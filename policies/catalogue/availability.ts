import { ALWAYS, FROM_ACCEPTATIE, ONLY_PRODUCTIE } from "../levels";
import type { Rule } from "../rule";
import { tmMonitorHttps } from "../rules/tm-monitor-https";
import { tmTwoEndpoints } from "../rules/tm-two-endpoints";
import { webAlwaysOn } from "../rules/web-always-on";
import { webHealthCheck } from "../rules/web-health-check";
import { webPlanMinInstances } from "../rules/web-plan-min-instances";
import { webPlanMinSku } from "../rules/web-plan-min-sku";
import { webPlanZoneRedundant } from "../rules/web-plan-zone-redundant";
import { webTwoRegions } from "../rules/web-two-regions";

/** Rules that keep sites running: plans, regions and Traffic Manager. */
export const AVAILABILITY: readonly Rule[] = [
    {
        id: "tm-monitor-https",
        title: "Traffic Manager asks for health over HTTPS",
        severity: "medium",
        levels: ALWAYS,
        measures: [9, 11],
        remedy: "Set monitorConfig.protocol to 'HTTPS'.",
        sources: { psrule: ["Azure.TrafficManager.Protocol"] },
        check: tmMonitorHttps,
    },
    {
        id: "tm-two-endpoints",
        title: "Traffic Manager has two endpoints in Azure",
        severity: "high",
        levels: FROM_ACCEPTATIE,
        measures: [4, 11],
        remedy: "Declare at least two Azure endpoints with endpointStatus 'Enabled', and leave alwaysServe 'Disabled'.",
        sources: { psrule: ["Azure.TrafficManager.Endpoints"] },
        check: tmTwoEndpoints,
    },
    {
        id: "web-always-on",
        title: "Sites stay loaded",
        severity: "low",
        levels: FROM_ACCEPTATIE,
        measures: [11],
        remedy: "Set siteConfig.alwaysOn to true.",
        sources: { checkov: ["CKV_AZURE_214"], psrule: ["Azure.AppService.AlwaysOn"] },
        check: webAlwaysOn,
    },
    {
        id: "web-health-check",
        title: "Sites say where they tell that they are well",
        severity: "medium",
        levels: ALWAYS,
        measures: [11],
        remedy: "Set siteConfig.healthCheckPath to a path that asks what is behind the site, such as '/health'; not '/'.",
        sources: {
            checkov: ["CKV_AZURE_213"],
            psrule: ["Azure.AppService.WebProbe", "Azure.AppService.WebProbePath"],
        },
        check: webHealthCheck,
    },
    {
        id: "web-plan-min-instances",
        title: "Sites run on two instances or more",
        severity: "medium",
        levels: ONLY_PRODUCTIE,
        measures: [11],
        remedy: "Set sku.capacity of the plan to 2 or more.",
        sources: { psrule: ["Azure.AppService.PlanInstanceCount"] },
        check: webPlanMinInstances,
    },
    {
        id: "web-plan-min-sku",
        title: "Sites run on machines of their own",
        severity: "medium",
        levels: FROM_ACCEPTATIE,
        measures: [11],
        remedy: "Set sku.name of the plan to a Standard or Premium size, such as 'P1v3'.",
        sources: { checkov: ["CKV_AZURE_211"], psrule: ["Azure.AppService.MinPlan"] },
        check: webPlanMinSku,
    },
    {
        id: "web-plan-zone-redundant",
        title: "Sites survive the loss of a zone",
        severity: "medium",
        levels: ONLY_PRODUCTIE,
        measures: [11],
        remedy: "Set zoneRedundant of the plan to true.",
        sources: {
            checkov: ["CKV_AZURE_225"],
            psrule: ["Azure.AppService.AvailabilityZone"],
            azurePolicy: ["22888755-d824-4e43-8e0b-42d481836554"],
        },
        check: webPlanZoneRedundant,
    },
    {
        id: "web-two-regions",
        title: "Sites run in two regions behind one name",
        severity: "critical",
        levels: FROM_ACCEPTATIE,
        measures: [5, 11],
        remedy: "Deploy the sites in two regions of the Union and lead to both from one Traffic Manager profile.",
        sources: {},
        check: webTwoRegions,
    },
];
