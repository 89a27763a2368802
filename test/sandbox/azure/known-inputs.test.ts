import { tokenOf } from "../../../sandbox/azure/known-inputs";

const SUBSCRIPTION = "/subscriptions/55555555-5555-5555-5555-555555555555";
const DEPLOYMENT = "providers/Microsoft.Resources/deployments/one";
const type = "Microsoft.Resources/deployments";

describe("tokenOf", () => {
    it("tells a deployment into a subscription from one into a resource group", () => {
        expect(tokenOf({ type, id: `${SUBSCRIPTION}/${DEPLOYMENT}` })).toBe(
            "azure-native:resources:DeploymentAtSubscriptionScope",
        );
        expect(tokenOf({ type, id: `${SUBSCRIPTION}/resourceGroups/rg/${DEPLOYMENT}` })).toBe(
            "azure-native:resources:Deployment",
        );
    });

    it("knows a resource group, which lies in none", () => {
        const group = { type: "Microsoft.Resources/resourceGroups", id: `${SUBSCRIPTION}/resourceGroups/rg` };
        expect(tokenOf(group)).toBe("azure-native:resources:ResourceGroup");
    });
});
