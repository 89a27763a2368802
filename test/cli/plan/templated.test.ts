import type { PlanObject, PlanResource } from "../../../cli/plan/plan";
import { templated } from "../../../cli/plan/templated";

const deployment = (resources: PlanObject["resources"]): PlanResource => ({
    urn: "urn:deployment",
    type: "azure-native:resources:Deployment",
    name: "deployment",
    inputs: { properties: { mode: "Incremental", template: { resources: resources as never } } },
    dependencies: [],
    propertyDependencies: {},
    protect: false,
});

describe("templated", () => {
    it("gives what a deployment makes by its template", () => {
        const plan = {
            type: "Microsoft.Security/pricings",
            name: "SqlServers",
            properties: { pricingTier: "Standard" },
        };
        expect(templated(deployment([plan]))).toEqual([plan]);
    });

    it("passes over what has no type, and gives no properties for those that are not known", () => {
        expect(
            templated(deployment([{ name: "nothing" }, { type: "Microsoft.Web/sites", name: { $unknown: true } }])),
        ).toEqual([{ type: "Microsoft.Web/sites", name: "", properties: {} }]);
    });

    it("gives nothing for what is no deployment, or whose template is not known", () => {
        expect(templated(deployment({ $unknown: true }))).toEqual([]);
        expect(templated({ ...deployment([]), inputs: {} })).toEqual([]);
    });
});
