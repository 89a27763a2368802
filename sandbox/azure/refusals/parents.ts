import type { Refusal } from "../refusal";
import { badRequest, conflict, notFound } from "./answers";
import { regionOf } from "./body";
import { groupId, lastOf, missing, parentId } from "./ids";

/** Types of Azure that live in a region, or say `global`. */
const LOCATED =
    /^Microsoft\.(DataProtection\/backupVaults|Insights\/(components|actionGroups|scheduledQueryRules)|KeyVault\/vaults|ManagedIdentity\/userAssignedIdentities|Network\/(natGateways|networkSecurityGroups|privateEndpoints|publicIPAddresses|virtualNetworks|privateDnsZones|trafficManagerProfiles)|Network\/privateDnsZones\/virtualNetworkLinks|OperationalInsights\/workspaces|Resources\/resourceGroups|Sql\/servers|Sql\/servers\/(databases|elasticPools)|Storage\/storageAccounts|Web\/(certificates|serverfarms|sites))$/i;

export const PARENT_REFUSALS: readonly Refusal[] = [
    {
        id: "resource-group-not-found",
        title: "What lives in a resource group is refused while the group does not exist.",
        source: "Azure Resource Manager, error ResourceGroupNotFound [U]",
        methods: ["PUT"],
        judge: ({ id, arm }, cloud) => {
            const group = arm.scope === "resourceGroup" ? groupId(id) : undefined;
            return group === undefined || cloud.get(group)
                ? undefined
                : notFound("ResourceGroupNotFound", `Resource group '${lastOf(group)}' could not be found.`);
        },
    },
    {
        id: "parent-not-found",
        title: "A child is refused while its parent does not exist.",
        source: "Azure Resource Manager, error ParentResourceNotFound [U]; for SQL a 404 of Microsoft's specification",
        methods: ["PUT"],
        judge: ({ id, arm }, cloud) =>
            arm.scope !== "resourceGroup" || arm.segments.length < 2 || cloud.get(parentId(id))
                ? undefined
                : notFound(
                      "ParentResourceNotFound",
                      `Failed to perform 'write' on resource(s) of type '${arm.type}', because the parent resource ` +
                          `'${parentId(id)}' could not be found.`,
                  ),
    },
    {
        id: "scope-not-found",
        title: "A lock, a role assignment and a diagnostic setting are refused on what does not exist.",
        source: "Azure Resource Manager, error ResourceNotFound [U]",
        methods: ["PUT"],
        judge: ({ arm }, cloud) =>
            arm.extends !== undefined && missing(cloud, arm.extends)
                ? notFound("ResourceNotFound", `The Resource '${arm.extends}' was not found.`)
                : undefined,
    },
    {
        id: "location-required",
        title: "What lives in a region is refused without a location.",
        source: "Azure Resource Manager, error LocationRequired [U]",
        methods: ["PUT"],
        judge: ({ arm }) =>
            LOCATED.test(arm.type) && regionOf(arm.body) === undefined
                ? badRequest("LocationRequired", "The location property is required for this definition.")
                : undefined,
    },
    {
        id: "location-fixed",
        title: "What lives in a region cannot be written to another one under the same id.",
        source: "Azure Resource Manager, errors InvalidResourceLocation and InvalidResourceGroupLocation [U]",
        methods: ["PUT"],
        judge: ({ id, arm, existing }) => {
            const [before, after] = [regionOf(existing?.body), regionOf(arm.body)];
            if (before === undefined || after === undefined || before === after) {
                return undefined;
            }
            return arm.type === "Microsoft.Resources/resourceGroups"
                ? conflict(
                      "InvalidResourceGroupLocation",
                      `Invalid resource group location '${after}'. The Resource group already exists in location '${before}'.`,
                  )
                : conflict(
                      "InvalidResourceLocation",
                      `The resource '${lastOf(id)}' already exists in location '${before}' in resource group ` +
                          `'${arm.resourceGroup}'. A resource with the same name cannot be created in location '${after}'. ` +
                          "Please select a new resource name.",
                  );
        },
    },
];
