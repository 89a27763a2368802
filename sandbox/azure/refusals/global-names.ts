import type { Cloud, CloudObject } from "../cloud";
import type { AzureError, CloudRequest, Refusal } from "../refusal";
import { conflict } from "./answers";
import { textAt } from "./body";
import { lastOf, sameText, subscriptionOf } from "./ids";
import { sqlSpec, UNVERIFIED } from "./sources";

const SERVERS = "Microsoft.Sql/servers";
const GROUPS = "Microsoft.Sql/servers/failoverGroups";

/** Others that have a name in `<name>.database.windows.net`; a group is seen on its partner too, and is no other there. */
const hosts = (cloud: Cloud, { id }: CloudRequest): readonly CloudObject[] =>
    [...cloud.all(SERVERS), ...cloud.all(GROUPS).filter(({ declared }) => declared)].filter(
        (other) => !sameText(other.id, id) && sameText(lastOf(other.id), lastOf(id)),
    );

const namesakes = (cloud: Cloud, { id, arm }: CloudRequest): readonly CloudObject[] =>
    cloud.all(arm.type).filter((other) => !sameText(other.id, id) && sameText(lastOf(other.id), lastOf(id)));

/** One kind with names that are unique in all of Azure. */
const taken = (
    type: string,
    row: Pick<Refusal, "id" | "title" | "source">,
    answer: (name: string, inSameSubscription: boolean) => AzureError,
): Refusal => ({
    ...row,
    types: [type],
    methods: ["PUT"],
    judge: (request, cloud) => {
        const [other] = namesakes(cloud, request);
        return other && answer(lastOf(request.id), subscriptionOf(other.id) === subscriptionOf(request.id));
    },
});

export const GLOBAL_NAME_REFUSALS: readonly Refusal[] = [
    {
        id: "sql-server-name-taken",
        title: "A SQL server's name is unique in all of Azure, also among failover groups: both are hosts of database.windows.net.",
        source: `${sqlSpec("Servers")}; MicrosoftDocs/sql-docs, failover-group-sql-db`,
        types: [SERVERS],
        methods: ["PUT"],
        judge: (request, cloud) =>
            hosts(cloud, request).length > 0
                ? conflict("ServerAlreadyExists", `Duplicate server name: '${lastOf(request.id)}' already exists.`)
                : undefined,
    },
    {
        id: "failover-group-name-taken",
        title: "A failover group's name is unique in all of Azure, also among SQL servers: both are hosts of database.windows.net.",
        source: `${sqlSpec("FailoverGroups")}; MicrosoftDocs/sql-docs, failover-group-sql-db`,
        types: [GROUPS],
        methods: ["PUT"],
        judge: (request, cloud) =>
            hosts(cloud, request).some((other) => !isMirrored(other, request))
                ? conflict(
                      "FailoverGroupDnsRecordInUse",
                      `A duplicate DNS record exists for the requested endpoint '${lastOf(request.id)}'.`,
                  )
                : undefined,
    },
    taken(
        "Microsoft.Storage/storageAccounts",
        {
            id: "storage-account-name-taken",
            title: "A storage account's name is unique in all of Azure.",
            source: 'Microsoft, "Resolve errors for storage account names"',
        },
        (name, inSameSubscription) =>
            inSameSubscription
                ? conflict(
                      "StorageAccountInAnotherResourceGroup",
                      `The account ${name} is already in another resource group in this subscription.`,
                  )
                : conflict("StorageAccountAlreadyTaken", `The storage account named ${name} is already taken.`),
    ),
    taken(
        "Microsoft.KeyVault/vaults",
        {
            id: "vault-name-taken",
            title: "A vault's name is unique in all of Azure.",
            source: "pulumi/pulumi-azure-native#1174; Key Vault, error VaultAlreadyExists",
        },
        (name) =>
            conflict(
                "VaultAlreadyExists",
                `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken.`,
            ),
    ),
    {
        id: "vault-name-of-deleted",
        title: "A deleted vault keeps its name until it is purged; createMode 'recover' brings it back.",
        source: "pulumi/pulumi-azure-native#1174; Key Vault, error ConflictError",
        types: ["Microsoft.KeyVault/vaults"],
        methods: ["PUT"],
        judge: ({ id, arm, existing }, cloud) =>
            existing === undefined &&
            cloud.deletedVaults.has(lastOf(id).toLowerCase()) &&
            textAt(arm.body, "properties.createMode") !== "recover"
                ? conflict(
                      "ConflictError",
                      `A vault with the same name already exists in deleted state: '${lastOf(id)}'. You need to either recover or purge existing key vault.`,
                  )
                : undefined,
    },
    taken(
        "Microsoft.Web/sites",
        { id: "web-app-name-taken", title: "A site's name is unique in all of Azure.", source: UNVERIFIED },
        (name) => conflict("Conflict", `Website with given name ${name} already exists.`),
    ),
    {
        id: "traffic-manager-name-taken",
        title: "A Traffic Manager profile's relative name is unique in all of trafficmanager.net.",
        source: UNVERIFIED,
        types: ["Microsoft.Network/trafficManagerProfiles"],
        methods: ["PUT"],
        judge: ({ id, arm }, cloud) => {
            const name = textAt(arm.body, "properties.dnsConfig.relativeName") ?? "";
            const other = cloud
                .all(arm.type)
                .find(
                    (one) =>
                        !sameText(one.id, id) &&
                        sameText(textAt(one.body, "properties.dnsConfig.relativeName") ?? "", name),
                );
            return (
                other &&
                conflict(
                    "Conflict",
                    `Domain name ${name}.trafficmanager.net already exists. Please choose a different DNS prefix.`,
                )
            );
        },
    },
];

/** The same group as its partner shows it: writing it there is refused for another reason. */
function isMirrored(other: CloudObject, { id }: CloudRequest): boolean {
    const partners =
        (other.body.properties as { partnerServers?: readonly { id?: string }[] } | undefined)?.partnerServers ?? [];
    return (
        sameText(other.type, GROUPS) &&
        partners.some((partner) => id.toLowerCase().startsWith(`${partner.id}/`.toLowerCase()))
    );
}
