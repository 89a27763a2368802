import * as resources from "@pulumi/azure-native/resources";
import { WebApp, type WebAppArgs } from "../../../infra/web/web-app";
import { deployed as existing, type Planned, planned } from "../../planned";
import { allBefore } from "../../stacks/all-before";
import { place, privateAccess, secondPlace } from "../examples";
import { backEndArgs, frontEndArgs } from "./example-site";

const frontEnd = (changes: Parameters<typeof frontEndArgs>[0] = {}) => started(frontEndArgs(changes));
const backEnd = (changes: Parameters<typeof backEndArgs>[0] = {}) => started(backEndArgs(changes));

function started(args: WebAppArgs): WebApp {
    const site = new WebApp("site", args);
    site.start();
    return site;
}

/** Azure alone knows the host name. */
const deployed = (program: () => unknown) => existing(program, { defaultHostName: "site.figlo.example" });

const siteOf = async (program: () => unknown) => (await planned(program)).one("web:WebApp").inputs;

describe("WebApp", () => {
    it("takes HTTPS only, encrypts to the worker, and ties no visitor to an instance", async () => {
        expect(await siteOf(() => frontEnd())).toMatchObject({
            httpsOnly: true,
            endToEndEncryptionEnabled: true,
            clientAffinityEnabled: false,
            sshEnabled: false,
        });
    });

    it("is of the kind that Azure reports, since another kind or region replaces the site", async () => {
        expect(await siteOf(() => frontEnd())).toMatchObject({
            name: "app-figlo-advisor-proef-front-end-weu-ab12c",
            kind: "app,linux",
            reserved: true,
            location: "westeurope",
            resourceGroupName: "rg-primary",
            serverFarmId: "plan",
        });
    });

    it("works as its own identity, also for Key Vault references", async () => {
        expect(await siteOf(() => frontEnd())).toMatchObject({
            identity: { type: "UserAssigned", userAssignedIdentities: ["identity"] },
            keyVaultReferenceIdentity: "identity",
        });
    });

    it("sends all traffic through its network: `allTraffic` alone leaves the other routes off", async () => {
        const site = await siteOf(() => frontEnd());
        expect(site).toMatchObject({
            virtualNetworkSubnetId: "front-end-subnet",
            outboundVnetRouting: {
                allTraffic: true,
                applicationTraffic: true,
                backupRestoreTraffic: true,
                contentShareTraffic: true,
                imagePullTraffic: true,
            },
            siteConfig: { vnetRouteAllEnabled: true },
        });
    });

    it("keeps its settings in a resource of their own, since a refresh never sees inline ones", async () => {
        const plan = await deployed(() => frontEnd({ settings: { ...frontEndArgs().settings, Colour: "blue" } }));
        expect(plan.one("web:WebApp").inputs.siteConfig).not.toHaveProperty("appSettings");
        expect(plan.one("web:WebAppApplicationSettings").inputs).toMatchObject({
            name: "name-of-site-site",
            properties: { Colour: "blue", WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID: "identity" },
        });
    });

    it("writes to the site one after the other, since Azure's 409 for two at a time is not retried", async () => {
        const plan = await planned(() => frontEnd());
        const order = [
            "web:WebApp",
            "web:WebAppAuthSettingsV2WithoutSecrets",
            "web:WebAppFtpAllowed",
            "web:WebAppScmAllowed",
            "web:WebAppDiagnosticLogsConfiguration",
            "web:WebAppApplicationSettings",
        ].map((type) => plan.one(type));
        order.slice(1).forEach((resource, before) => {
            expect(resource.dependencies).toContain(order[before]?.urn);
        });
    });

    it("gets its settings, and with them the release, behind a sign-in that stands and after its endpoints", async () => {
        const plan = await planned(() => backEnd());
        const before = allBefore(plan.one("web:WebAppApplicationSettings"), plan);
        expect(before).toContain(plan.one("web:WebAppAuthSettingsV2WithoutSecrets").urn);
        expect(before).toContain(plan.one("network:PrivateDnsZoneGroup").urn);
    });

    it("waits with its endpoints for others in the same subnet, and is made after the runners' subnet", async () => {
        const plan = await planned(() => {
            const other = new resources.ResourceGroup("other", { location: "westeurope" });
            new WebApp("site", backEndArgs({ linksAfter: [other], runnersSubnet: other }));
        });
        const other = plan.one("resources:ResourceGroup").urn;
        expect(plan.one("network:PrivateEndpoint").dependencies).toContain(other);
        expect(plan.one("web:WebApp").dependencies).toContain(other);
    });

    it("starts its release after what it is told, in state as well: a component's own dependsOn is not recorded for its children", async () => {
        const plan = await planned(() => {
            const rights = new resources.ResourceGroup("rights", { location: "westeurope" });
            frontEnd({ after: [rights] });
        });
        const settings = plan.one("web:WebAppApplicationSettings");
        expect(settings.dependencies).toContain(plan.one("resources:ResourceGroup").urn);
    });

    it("starts its release when it is told to, and after what it is told then", async () => {
        const plan = await planned(() => {
            const gate = new resources.ResourceGroup("gate", { location: "westeurope" });
            new WebApp("first", frontEndArgs());
            new WebApp("second", frontEndArgs({ place: secondPlace() })).start([gate]);
        });
        const settings = plan.one("web:WebAppApplicationSettings", "second-settings");
        expect(plan.ofType("web:WebAppApplicationSettings")).toEqual([settings]);
        expect(settings.dependencies).toContain(plan.one("resources:ResourceGroup").urn);
    });

    it("sends its logs to the workspace and keeps request logs only for days", async () => {
        const plan = await deployed(() => frontEnd());
        expect(plan.one("monitor:DiagnosticSetting").inputs).toMatchObject({
            resourceUri: "id-of-site-site",
            logs: [{ categoryGroup: "allLogs", enabled: true }],
        });
        expect(plan.one("web:WebAppDiagnosticLogsConfiguration").inputs).toMatchObject({
            httpLogs: { fileSystem: { enabled: true, retentionInDays: 3, retentionInMb: 35 } },
        });
    });

    it("refuses a region outside the European Union", async () => {
        const program = () => frontEnd({ place: place({ region: "switzerlandnorth" }) });
        await expect(planned(program)).rejects.toThrow("'switzerlandnorth' is not a region of the European Union");
    });

    it.each([
        ["setting", { settings: { ...frontEndArgs().settings, Url: "http://a.example" } }, "Url: holds an http://"],
        ["runtime", { runtime: "PYTHON|3.12" }, "does not run from a package"],
        ["sign-in", { signIn: { ...frontEndArgs().signIn, audiences: [] } }, "at least one audience"],
    ])("refuses an unsafe %s before anything is made", async (_, changes, message) => {
        await expect(planned(() => frontEnd(changes))).rejects.toThrow(message);
    });
});

describe("WebApp as a front-end", () => {
    it("says by tag that it is open to everybody, so that policies know it is meant", async () => {
        const site = await siteOf(() => frontEnd());
        expect(site.publicNetworkAccess).toBe("Enabled");
        expect(site.tags).toEqual({
            environment: "proef",
            owner: "platform-team",
            dataClass: "none",
            publicFrontEnd: "declared",
        });
    });

    it("carries no such tag where only declared addresses reach it", async () => {
        const ingress = { kind: "addresses", addresses: ["203.0.113.0/24"] } as const;
        const site = await siteOf(() => frontEnd({ ingress }));
        expect(site.publicNetworkAccess).toBe("Enabled");
        expect(site.tags).not.toHaveProperty("publicFrontEnd");
    });
});

describe("WebApp as a back-end", () => {
    const endpoints = (plan: Planned) => plan.ofType("network:PrivateEndpoint").map(({ inputs }) => inputs);

    it("has no public address and denies by default all the same", async () => {
        const site = await siteOf(() => backEnd());
        expect(site.publicNetworkAccess).toBe("Disabled");
        expect(site.siteConfig).toMatchObject({
            ipSecurityRestrictions: [],
            ipSecurityRestrictionsDefaultAction: "Deny",
            scmIpSecurityRestrictionsDefaultAction: "Deny",
        });
        expect(site.tags).not.toHaveProperty("publicFrontEnd");
    });

    it("is reached from both regions, with each region's own endpoint and zone", async () => {
        const plan = await deployed(() => backEnd({ links: [privateAccess(), privateAccess(secondPlace())] }));
        expect(endpoints(plan)).toMatchObject([
            {
                privateEndpointName: "pep-figlo-advisor-proef-back-end-weu-weu",
                subnet: { id: "subnet-of-westeurope" },
                privateLinkServiceConnections: [
                    { name: "back-end-weu", privateLinkServiceId: "id-of-site-site", groupIds: ["sites"] },
                ],
            },
            {
                privateEndpointName: "pep-figlo-advisor-proef-back-end-weu-neu",
                subnet: { id: "subnet-of-northeurope" },
            },
        ]);
    });

    it("writes its endpoints after its configuration and one after the other: the 409 is not retried", async () => {
        const plan = await deployed(() => backEnd({ links: [privateAccess(), privateAccess(secondPlace())] }));
        const endpoint = (region: string) => plan.one("network:PrivateEndpoint", `site-link-${region}-endpoint`);
        expect(endpoint("westeurope").dependencies).toContain(plan.one("web:WebAppDiagnosticLogsConfiguration").urn);
        expect(endpoint("northeurope").dependencies).toContain(
            plan.one("network:PrivateDnsZoneGroup", "site-link-westeurope-records").urn,
        );
    });

    it("does not share an endpoint's name with the other region's back-end in the same network", async () => {
        const plan = await deployed(() => {
            new WebApp("first", backEndArgs());
            new WebApp("second", backEndArgs({ place: secondPlace() }));
        });
        expect(endpoints(plan).map(({ privateEndpointName }) => privateEndpointName)).toEqual([
            "pep-figlo-advisor-proef-back-end-weu-weu",
            "pep-figlo-advisor-proef-back-end-neu-weu",
        ]);
    });

    it("refuses to be private without a network that reaches it", async () => {
        await expect(planned(() => backEnd({ links: [] }))).rejects.toThrow(
            "a private site without links is reached by nobody",
        );
    });

    it("refuses a public address", async () => {
        await expect(planned(() => backEnd({ ingress: { kind: "internet" } }))).rejects.toThrow(
            "a back-end is reached by private endpoints only",
        );
    });
});
