import { Traffic, type TrafficArgs } from "../../../infra/web/traffic";
import { deployed, planned } from "../../planned";
import { place } from "../examples";

const PROFILE = "trafficmanager:Profile";

const traffic = (changes: Partial<TrafficArgs> = {}) =>
    new Traffic("traffic", {
        place: place(),
        relativeName: "figlo-advisor-proef",
        healthPath: "/health",
        hostName: "advisor.figlo.example",
        endpoints: [
            { role: "primary", targetId: "primary-site" },
            { role: "secondary", targetId: "secondary-site" },
        ],
        workspaceId: "workspace",
        ...changes,
    });

describe("Traffic", () => {
    it("answers in DNS with the first region that is well", async () => {
        expect((await planned(() => traffic())).one(PROFILE).inputs).toMatchObject({
            location: "global",
            profileStatus: "Enabled",
            trafficRoutingMethod: "Priority",
            trafficViewEnrollmentStatus: "Disabled",
            dnsConfig: { relativeName: "figlo-advisor-proef", ttl: 30 },
            tags: { dataClass: "none" },
        });
    });

    it("has Azure endpoints only, inline: managed certificates know no others, and separate ones fight over the list", async () => {
        const plan = await planned(() => traffic());
        const common = {
            type: "Microsoft.Network/trafficManagerProfiles/azureEndpoints",
            endpointStatus: "Enabled",
            alwaysServe: "Disabled",
        };
        expect(plan.one(PROFILE).inputs.endpoints).toEqual([
            { ...common, name: "primary", targetResourceId: "primary-site", priority: 1 },
            { ...common, name: "secondary", targetResourceId: "secondary-site", priority: 2 },
        ]);
        expect(plan.ofType("trafficmanager:Endpoint")).toEqual([]);
    });

    it("keeps priorities with the role, whatever the order of the list", async () => {
        const endpoints = [
            { role: "secondary", targetId: "b" },
            { role: "primary", targetId: "a" },
        ] as const;
        const plan = await planned(() => traffic({ endpoints }));
        expect(plan.one(PROFILE).inputs.endpoints).toMatchObject([
            { name: "secondary", priority: 2 },
            { name: "primary", priority: 1 },
        ]);
    });

    it("probes over HTTPS under the public name, and takes no redirect to a sign-in page for health", async () => {
        expect((await planned(() => traffic())).one(PROFILE).inputs.monitorConfig).toEqual({
            protocol: "HTTPS",
            port: 443,
            path: "/health",
            intervalInSeconds: 10,
            timeoutInSeconds: 5,
            toleratedNumberOfFailures: 2,
            expectedStatusCodeRanges: [{ min: 200, max: 200 }],
            customHeaders: [{ name: "Host", value: "advisor.figlo.example" }],
        });
    });

    it("probes under each site's own name where there is no public one", async () => {
        const { inputs } = (await planned(() => traffic({ hostName: undefined }))).one(PROFILE);
        expect(inputs.monitorConfig).not.toHaveProperty("customHeaders");
    });

    it("knows its own name before it exists, for the customer's CNAME record", async () => {
        let fqdn: string | undefined;
        await planned(() => {
            traffic().fqdn.apply((value) => {
                fqdn = value;
            });
        });
        expect(fqdn).toBe("figlo-advisor-proef.trafficmanager.net");
    });

    it("sends probe results to the workspace", async () => {
        expect((await deployed(() => traffic())).one("monitor:DiagnosticSetting").inputs).toMatchObject({
            resourceUri: "id-of-traffic-profile",
            workspaceId: "workspace",
            logs: [{ categoryGroup: "allLogs", enabled: true }],
        });
    });

    it.each([
        ["none", []],
        ["primary", ["primary"]],
        ["primary, primary", ["primary", "primary"]],
    ] as const)("refuses endpoints %s: one region is no redundancy", async (found, roles) => {
        const endpoints = roles.map((role) => ({ role, targetId: "site" }));
        await expect(planned(() => traffic({ endpoints }))).rejects.toThrow(
            `traffic needs one primary and one secondary endpoint, got ${found}`,
        );
    });

    it("refuses a resource group outside the European Union, though the profile itself is global", async () => {
        await expect(planned(() => traffic({ place: place({ region: "eastus" }) }))).rejects.toThrow(
            "'eastus' is not a region of the European Union",
        );
    });
});
