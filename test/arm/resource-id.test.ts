import { resourceId } from "../../arm/resource-id";
import { example, idOf, SUBSCRIPTION } from "./examples";

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-figlo-advisor-proef-weu`;

describe("resourceId", () => {
    it.each([
        ["resources:ResourceGroup", GROUP],
        [
            "resources:DeploymentAtSubscriptionScope",
            `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Resources/deployments/defender-plans`,
        ],
        [
            "authorization:PolicyAssignment",
            `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/policyAssignments/policy-figlo-proef`,
        ],
        ["sql:Server", `${GROUP}/providers/Microsoft.Sql/servers/sql-figlo-proef`],
        [
            "sql:LongTermRetentionPolicy",
            `${GROUP}/providers/Microsoft.Sql/servers/sql-figlo-proef/databases/tenant-0001/backupLongTermRetentionPolicies/default`,
        ],
        [
            "storage:BlobContainer",
            `${GROUP}/providers/Microsoft.Storage/storageAccounts/stfigloproef/blobServices/default/containers/tenant-0001`,
        ],
        [
            "authorization:ManagementLockByScope",
            `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-figlo-proef/providers/Microsoft.Authorization/locks/do-not-delete`,
        ],
    ])("names %s by kinds and names in turn", (type, id) => {
        expect(idOf(type)).toBe(id);
    });

    it("needs nothing but the inputs that name a resource", () => {
        const server = example("sql:Server", { administrators: { $unknown: true } });
        expect(resourceId(server, SUBSCRIPTION)).toBe(idOf("sql:Server"));
    });

    it("refuses a name that is not known", () => {
        const server = example("sql:Server", { serverName: { $unknown: true } });
        expect(() => resourceId(server, SUBSCRIPTION)).toThrow("the input 'serverName' is not a text");
    });
});
