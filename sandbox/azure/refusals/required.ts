import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { valuesAt } from "./body";

/** What azure-native 3.28 and Microsoft's specifications require in a body, by ARM type; `location` is judged by itself. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
    "Microsoft.Authorization/locks": ["properties.level"],
    "Microsoft.Authorization/roleAssignments": ["properties.principalId", "properties.roleDefinitionId"],
    "Microsoft.DataProtection/backupVaults": ["properties.storageSettings"],
    "Microsoft.Insights/actionGroups": ["properties.enabled", "properties.groupShortName"],
    "Microsoft.Insights/components": ["kind", "properties.Application_Type"],
    "Microsoft.KeyVault/vaults": ["properties.tenantId", "properties.sku"],
    "Microsoft.Network/networkSecurityGroups/securityRules": [
        "properties.access",
        "properties.direction",
        "properties.priority",
        "properties.protocol",
    ],
    "Microsoft.Network/virtualNetworks": ["properties.addressSpace"],
    "Microsoft.Sql/servers/databases/transparentDataEncryption": ["properties.state"],
    "Microsoft.Sql/servers/auditingSettings": ["properties.state"],
    "Microsoft.Sql/servers/encryptionProtector": ["properties.serverKeyType"],
    "Microsoft.Sql/servers/extendedAuditingSettings": ["properties.state"],
    "Microsoft.Sql/servers/failoverGroups": [
        "properties.partnerServers",
        "properties.readWriteEndpoint.failoverPolicy",
    ],
    "Microsoft.Sql/servers/keys": ["properties.serverKeyType"],
    "Microsoft.Sql/servers/securityAlertPolicies": ["properties.state"],
    "Microsoft.Storage/storageAccounts": ["kind", "sku.name"],
    "Microsoft.Web/sites/basicPublishingCredentialsPolicies": ["properties.allow"],
};

export const REQUIRED_REFUSALS: readonly Refusal[] = [
    {
        id: "required-property-missing",
        title: "A body without what its type requires is refused, also where no schema is at hand.",
        source: "required inputs of the classes in @pulumi/azure-native 3.28; of a network Azure/bicep#2576; code and message [U]",
        types: Object.keys(REQUIRED),
        methods: ["PUT"],
        judge: ({ arm }) => {
            const type = Object.keys(REQUIRED).find((one) => one.toLowerCase() === arm.type.toLowerCase()) ?? "";
            const lost = REQUIRED[type]?.filter((path) => valuesAt(arm.body, path).length === 0) ?? [];
            return lost.length === 0
                ? undefined
                : badRequest(
                      "InvalidRequestContent",
                      `The request content was invalid: '${arm.name}' must have ${lost.map((path) => `'${path}'`).join(", ")}.`,
                  );
        },
    },
];
