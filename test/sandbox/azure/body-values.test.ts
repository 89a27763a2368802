import { armResource } from "../../../arm/arm-resource";
import { misfits } from "../../../sandbox/azure/body-values";

const IN_GROUP = { resourceGroupName: "rg-proef" };

/** The paths in the body that these inputs become, whose values do not fit. */
const pathsOf = (type: string, inputs: Record<string, unknown>): readonly string[] => {
    const resource = { type: `azure-native:${type}`, name: "it", inputs: { ...IN_GROUP, ...inputs } };
    return misfits(resource.type, armResource(resource).body).map(({ path }) => path);
};

describe("values in a body that do not fit", () => {
    it("are found where azure-native's inputs go by another name", () => {
        expect(pathsOf("storage:StorageAccount", { networkRuleSet: { defaultAction: "Perhaps" } })).toEqual([
            "properties.networkAcls.defaultAction",
        ]);
    });

    it("are found inside what azure-native flattens", () => {
        const delegations = [{ name: "one", serviceName: true }];
        expect(pathsOf("network:Subnet", { virtualNetworkName: "vnet", delegations })).toEqual([
            "properties.delegations[0].properties.serviceName",
        ]);
    });

    it("are found among the values of a map, and in place of a list or an object", () => {
        expect(pathsOf("sql:Server", { tags: { cost: 3 }, administrators: true })).toEqual([
            "tags.cost",
            "properties.administrators",
        ]);
        expect(pathsOf("sql:FailoverGroup", { serverName: "sql", databases: {} })).toEqual(["properties.databases"]);
    });

    it("may be of any alternative where an input can have several shapes", () => {
        const rule = (objectType: string) => ({
            vaultName: "bvault",
            properties: { objectType: "BackupPolicy", policyRules: [{ objectType }] },
        });
        expect(pathsOf("dataprotection:BackupPolicy", rule("AzureRetentionRule"))).toEqual([]);
        expect(pathsOf("dataprotection:BackupPolicy", rule("Magic"))).toEqual(["properties.policyRules[0].objectType"]);
    });

    it("are compared without case", () => {
        expect(pathsOf("sql:Server", { publicNetworkAccess: "disabled" })).toEqual([]);
    });

    it("are not looked for in what the typings do not have, nor among assigned identities", () => {
        const identity = { type: "UserAssigned", userAssignedIdentities: ["/one"] };
        expect(pathsOf("sql:Server", { identity, magic: 1 })).toEqual([]);
    });
});
