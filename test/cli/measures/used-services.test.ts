import { serviceOf, serviceOfArm, usedServices } from "../../../cli/measures/used-services";
import type { PlanResource } from "../../../cli/plan/plan";
import { ALLOWED_IN_POLICIES, ALLOWED_IN_TEMPLATES, ALLOWED_TYPES } from "../../../policies/allowed-types";

const resource = (type: string, inputs: PlanResource["inputs"] = {}): PlanResource => ({
    urn: `urn:${type}`,
    type,
    name: "one",
    inputs,
    dependencies: [],
    propertyDependencies: {},
    protect: false,
});

describe("usedServices", () => {
    it("knows the service of every type that may stand in a plan", () => {
        expect([...ALLOWED_TYPES].filter((type) => serviceOf(type) === type)).toEqual([]);
    });

    it("knows the service of everything that templates and policies may make", () => {
        const types = [...ALLOWED_IN_TEMPLATES, ...ALLOWED_IN_POLICIES];
        expect(types.filter((type) => serviceOfArm(type) === type)).toEqual([]);
        expect(serviceOfArm("Microsoft.Quantum/workspaces")).toBe("Microsoft.Quantum/workspaces");
    });

    it("counts what a deployment makes by its template", () => {
        const template = { resources: [{ type: "Microsoft.Security/pricings", name: "SqlServers", properties: {} }] };
        const deployment = resource("azure-native:resources:DeploymentAtSubscriptionScope", {
            location: "westeurope",
            properties: { template },
        });
        expect(usedServices([deployment])).toEqual([
            { service: "Azure Resource Manager", region: "westeurope" },
            { service: "Microsoft Defender for Cloud" },
        ]);
    });

    it("lets a type stand for itself that nobody has placed, so that no report covers it", () => {
        expect(serviceOf("azure-native:quantum:Workspace")).toBe("azure-native:quantum:Workspace");
        expect(serviceOf("azure-native:constructor:Workspace")).toBe("azure-native:constructor:Workspace");
    });

    it("names each service once for each region, in ARM's spelling", () => {
        const used = usedServices([
            resource("azure-native:web:WebApp", { location: "West Europe" }),
            resource("azure-native:web:AppServicePlan", { location: "westeurope" }),
            resource("azure-native:web:WebAppFtpAllowed"),
            resource("azure-native:network:PrivateEndpoint", { location: "northeurope" }),
            resource("azure-native:trafficmanager:Profile", { location: "global" }),
            resource("azure-native:storage:StorageAccount", { location: { $unknown: true } }),
            resource("random:index/randomString:RandomString"),
        ]);
        expect(used).toEqual([
            { service: "App Service", region: "westeurope" },
            { service: "App Service" },
            { service: "Azure Private Link", region: "northeurope" },
            { service: "Azure Traffic Manager" },
            { service: "Azure Storage" },
        ]);
    });
});
