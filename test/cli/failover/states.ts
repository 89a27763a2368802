import type { KeptResource } from "../../../cli/failover/follow-state";

const server = (name: string) =>
    `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-${name}/providers/Microsoft.Sql/servers/sql-${name}`;
export const [WEST, NORTH] = [server("west"), server("north")];
export const REGIONS = { primary: "westeurope", secondary: "northeurope" } as const;
export const GROUP = "azure-native:sql:FailoverGroup";
export const DATABASE = "azure-native:sql:Database";

const COPY = "pulumi-nodejs:dynamic/figlo:DatabaseCopy";

const resource = (stack: string, type: string, name: string, rest: Partial<KeptResource>): KeptResource => ({
    urn: `urn:pulumi:${stack}::figlo-advisor::${type}::${name}`,
    type,
    ...rest,
});

/** A state with two servers, a group on the first, two databases in it and one beside it, as the engine keeps them. */
export function stateOf(stack = "test"): readonly KeptResource[] {
    const own = (type: string, name: string, rest: Partial<KeptResource>) => resource(stack, type, name, rest);
    const database = (name: string) =>
        own(DATABASE, name, {
            id: `${WEST}/databases/${name}`,
            inputs: {
                serverName: "sql-west",
                resourceGroupName: "rg-west",
                location: "westeurope",
                elasticPoolId: `${WEST}/elasticPools/pool`,
            },
            outputs: { name, location: "westeurope" },
        });
    const config = '{"activeRegion":"primary","pool":{"tier":"GeneralPurpose"}}';
    return [
        own("pulumi:pulumi:Stack", `figlo-advisor-${stack}`, {}),
        own("pulumi:providers:pulumi-nodejs", "default", {
            inputs: { "figlo-advisor:sql": config },
            outputs: { "figlo-advisor:sql": config },
        }),
        own("azure-native:sql:Server", "west", { id: WEST, inputs: { location: "westeurope" } }),
        own("azure-native:sql:Server", "north", { id: NORTH, inputs: { location: "North Europe" } }),
        database("one"),
        database("two"),
        database("beside"),
        own("azure-native:sql:TransparentDataEncryption", "one-encryption", {
            id: `${WEST}/databases/one/transparentDataEncryption/current`,
            inputs: { serverName: "sql-west", resourceGroupName: "rg-west", databaseName: "one" },
        }),
        own("azure-native:sql:LongTermRetentionPolicy", "one-primary-long-term", {
            id: `${WEST}/databases/one/backupLongTermRetentionPolicies/default`,
            inputs: { serverName: "sql-west" },
        }),
        own(COPY, "one-copy", {
            id: "one",
            outputs: {
                servers: ["sql-west.database.windows.net", "sql-north.database.windows.net"],
                copyOn: "sql-north.database.windows.net",
            },
        }),
        own(GROUP, "group", {
            id: `${WEST}/failoverGroups/fog`,
            inputs: {
                serverName: "sql-west",
                resourceGroupName: "rg-west",
                partnerServers: [{ id: NORTH }],
                databases: [`${WEST}/databases/one`, `${WEST}/databases/TWO`],
            },
        }),
    ];
}

/** What `pulumi stack export` would print of it. */
export const exportOf = (resources: readonly unknown[], more: object = {}): string =>
    JSON.stringify({ version: 3, deployment: { manifest: { magic: "x" }, resources, ...more } });
