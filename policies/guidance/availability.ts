import type { Guidance } from "../guidance";

export const AVAILABILITY: Guidance = {
    "tm-monitor-https": {
        why: "A check over HTTP calls a site healthy whose certificate has ended.",
        example:
            'new trafficmanager.Profile("traffic", { ...args, monitorConfig: { protocol: "HTTPS", port: 443, path: "/health" } });',
    },
    "tm-two-endpoints": {
        why: "With one endpoint there is nothing to fail over to.",
        example: 'new trafficmanager.Profile("traffic", { ...args, endpoints: [primary, secondary] });',
    },
    "web-always-on": {
        why: "A site that is unloaded answers its first visitor, and its health check, too late.",
        example: 'new web.WebApp("site", { ...args, siteConfig: { ...siteConfig, alwaysOn: true } });',
    },
    "web-health-check": {
        why: "Without it a broken instance keeps serving every second visitor.",
        example: 'new web.WebApp("site", { ...args, siteConfig: { ...siteConfig, healthCheckPath: "/health" } });',
    },
    "web-plan-min-instances": {
        why: "One instance is no redundancy: every update of Azure is then an outage.",
        example: 'new web.AppServicePlan("plan", { ...args, sku: { name: "P1v3", capacity: 2 } });',
    },
    "web-plan-min-sku": {
        why: "Free and Shared plans share machines with others, and Basic ones know no zones and do not scale by themselves.",
        example: 'new web.AppServicePlan("plan", { ...args, sku: { name: "P1v3", capacity: 2 } });',
    },
    "web-plan-zone-redundant": {
        why: "One data centre of a region can fail by itself.",
        example: 'new web.AppServicePlan("plan", { ...args, zoneRedundant: true });',
    },
    "web-two-regions": {
        why: "A region can be lost with every site in it.",
        example: 'new trafficmanager.Profile("traffic", { ...args, endpoints: [westEurope, northEurope] });',
    },
};
