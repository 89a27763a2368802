import { certifiedHosting } from "../../../../cli/measures/facts/certified-hosting";
import type { PlanResource } from "../../../../cli/plan/plan";
import type { Settings } from "../../../../stacks/settings/settings";
import { previewed, street } from "../../../street";

const facts = (resources: readonly PlanResource[], changes: Partial<Settings> = {}): readonly string[] => {
    const loaded = { ...street().test, settings: { ...street().test.settings, ...changes } };
    return certifiedHosting.of({ loaded, resources, basis: "plan", today: "2026-11-23" });
};

const resource = (type: string): PlanResource => ({
    urn: `urn:${type}`,
    type,
    name: "one",
    inputs: {},
    dependencies: [],
    propertyDependencies: {},
    protect: false,
});

describe("facts of the certified hosting", () => {
    it("name what Azure Policy compares with and what it keeps, and no type of an unknown service", async () => {
        const [compared, kept, types] = facts((await previewed("test")).resources);
        expect(compared).toBe(
            "Azure Policy compares the subscription with FedRAMP High, HITRUST/HIPAA, ISO 27001:2013, ISO/IEC 27001:2022, SOC 2 Type 2",
        );
        expect(kept).toBe(
            "Azure Policy keeps besides: Allowed locations of resource groups, Allowed locations of resources",
        );
        expect(types).toMatch(/^\d{2} types of resources in use, of 14 services; of no service that is known: none$/);
    });

    it("name types that belong to no service that is known", () => {
        const used = [
            "azure-native:web:WebApp",
            "azure-native:quantum:Workspace",
            "random:index/randomString:RandomString",
        ];
        expect(facts(used.map(resource))[2]).toBe(
            "2 types of resources in use, of 1 service; of no service that is known: azure-native:quantum:Workspace",
        );
    });

    it("leave Azure Policy to the owner of the subscription, where another environment is", () => {
        expect(facts([], { ownsSubscription: false })[0]).toBe("Azure Policy is left to the owner of the subscription");
    });
});
