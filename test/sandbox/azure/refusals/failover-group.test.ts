import { failOver } from "../../../../sandbox/azure/failover-groups";
import { FAILOVER_GROUP_REFUSALS } from "../../../../sandbox/azure/refusals/failover-group";
import { describeRefusals } from "./describe-refusals";
import { type Asked, PlayedStreet } from "./played-street";

type Inputs = Readonly<Record<string, unknown>>;

const GROUP = "sql:FailoverGroup";
const SECONDARY = "shard-01-secondary-server";
const TENANT = "shard-01-tenant-t-tst7a1-database";

const group = (change: Asked["change"] = {}): Asked => ({ method: "PUT", type: GROUP, change });
/** A second group of the same servers, empty unless it is said otherwise: the first one's partner is fixed. */
const another = (change: Inputs): Asked => group({ failoverGroupName: "another", databases: [], ...change });
const endpoint = (failoverPolicy: string, failoverWithDataLossGracePeriodMinutes?: number): Inputs => ({
    readWriteEndpoint: {
        failoverPolicy,
        ...(failoverWithDataLossGracePeriodMinutes === undefined ? {} : { failoverWithDataLossGracePeriodMinutes }),
    },
});

const partner = (street: PlayedStreet, change: Inputs = {}): { readonly id: string } => ({
    id: street.idOf("sql:Server", SECONDARY, change),
});
const database = (change: Inputs): Asked => ({ method: "PUT", type: "sql:Database", name: TENANT, change });
/** The planned databases and one more. */
const grown = (street: PlayedStreet, databaseName: string): Inputs => ({
    databases: [
        ...(street.inputsOf(GROUP).databases as readonly string[]),
        street.idOf("sql:Database", TENANT, { databaseName }),
    ],
});
/** Where the partner's own resources are. */
const onPartner = (street: PlayedStreet): Inputs => {
    const { resourceGroupName, serverName, location } = street.inputsOf("sql:Server", SECONDARY);
    return { resourceGroupName, serverName, location };
};

describeRefusals("failover groups", FAILOVER_GROUP_REFUSALS, {
    "failover-group-no-partner": {
        refused: another({ partnerServers: [] }),
        allowed: another({}),
    },
    "failover-group-one-partner": {
        refused: (street) => another({ partnerServers: [partner(street), partner(street, { serverName: "third" })] }),
        allowed: (street) => another({ partnerServers: [partner(street)] }),
    },
    "failover-group-partner-missing": {
        refused: (street) => another({ partnerServers: [partner(street, { serverName: "third" })] }),
        allowed: (street) => another({ partnerServers: [partner(street)] }),
        message: "servers/third",
    },
    "failover-group-same-region": {
        given: [
            {
                method: "PUT",
                type: "sql:Server",
                name: SECONDARY,
                change: { serverName: "third", location: "West Europe" },
            },
        ],
        refused: (street) => another({ partnerServers: [partner(street, { serverName: "third" })] }),
        allowed: (street) => another({ partnerServers: [partner(street)] }),
        message: "different regions",
    },
    "failover-group-other-subscription": {
        refused: (street) => {
            const id = partner(street).id.replace(/^\/subscriptions\/[^/]+/, `/subscriptions/${"0".repeat(8)}`);
            return another({ partnerServers: [{ id }] });
        },
        allowed: (street) => another({ partnerServers: [partner(street)] }),
    },
    "failover-group-grace-missing": {
        refused: group(endpoint("Automatic")),
        allowed: group(endpoint("Automatic", 60)),
    },
    "failover-group-grace-with-manual": {
        refused: group(endpoint("Manual", 60)),
        allowed: group(endpoint("Manual")),
    },
    "failover-group-grace-too-short": {
        refused: group(endpoint("Automatic", 59)),
        allowed: group(endpoint("Automatic", 60)),
        message: "'60' minutes minimum",
    },
    "failover-group-on-secondary": {
        refused: (street) =>
            group({
                ...onPartner(street),
                partnerServers: [{ id: street.idOf("sql:Server", "shard-01-primary-server") }],
                databases: [],
            }),
        allowed: group(),
        message: "on a secondary server",
    },
    "failover-group-database-missing": {
        refused: (street) => group(grown(street, "gone")),
        allowed: group(),
        message: "do not exist on the primary server",
    },
    "failover-group-database-of-another": {
        given: [database({ databaseName: "free" })],
        refused: (street) => another({ databases: [street.idOf("sql:Database", TENANT)] }),
        allowed: (street) => another({ databases: [street.idOf("sql:Database", TENANT, { databaseName: "free" })] }),
    },
    "failover-group-pool-missing": {
        given: [
            {
                method: "PUT",
                type: "sql:ElasticPool",
                name: "shard-01-primary-pool-pool",
                change: { elasticPoolName: "here-only" },
            },
            (street) =>
                database({
                    databaseName: "here-only",
                    elasticPoolId: street.idOf("sql:ElasticPool", "shard-01-primary-pool-pool", {
                        elasticPoolName: "here-only",
                    }),
                }),
            database({ databaseName: "single", elasticPoolId: undefined }),
        ],
        refused: (street) => group(grown(street, "here-only")),
        allowed: (street) => group(grown(street, "single")),
    },
    "failover-group-remote-database": {
        given: [
            database({ databaseName: "on-both", elasticPoolId: undefined }),
            database({ databaseName: "here-only", elasticPoolId: undefined }),
            (street) => database({ ...onPartner(street), databaseName: "on-both", elasticPoolId: undefined }),
        ],
        refused: (street) => group(grown(street, "on-both")),
        allowed: (street) => group(grown(street, "here-only")),
        message: "already exists on the destination server: 'on-both'",
    },
});

describe("a failover group after a failover", () => {
    it.each(["PUT", "DELETE"] as const)("refuses %s on the server that was its primary", async (method) => {
        const street = await PlayedStreet.of("test");
        expect(street.refusalOf({ method, type: GROUP })).toBeUndefined();
        const name = street.inputsOf(GROUP).failoverGroupName;
        expect(failOver(street.cloud, `${partner(street).id}/failoverGroups/${name}`)).toBeUndefined();
        expect(street.refusalOf({ method, type: GROUP })?.id).toBe("failover-group-on-secondary");
    });
});

describe("a copy that a failover group left behind", () => {
    let up: PlayedStreet;

    beforeAll(async () => {
        up = await PlayedStreet.of("test");
    });

    it("keeps its link when the group is deleted: a new group inherits it", async () => {
        const street = up.copy();
        await street.ask({ method: "DELETE", type: GROUP });
        expect(street.refusalOf(group())).toBeUndefined();
    });

    it("keeps its link when its database leaves the group, which can come back", async () => {
        const street = up.copy();
        await street.ask(group({ databases: [] }));
        expect(street.refusalOf(group())).toBeUndefined();
    });

    it("stands alone once its database is deleted: another of that name does not enter the group", async () => {
        const street = up.copy();
        await street.ask(group({ databases: [] }));
        const deleted = { method: "DELETE", type: "sql:Database", name: TENANT } as const;
        await street.ask(deleted);
        await street.ask({ ...deleted, method: "PUT" });
        expect(street.refusalOf(group())?.id).toBe("failover-group-remote-database");
    });

    it("is in nobody's way once it is deleted", async () => {
        const street = up.copy();
        const before = { method: "DELETE", type: "sql:Database", name: TENANT } as const;
        await street.ask(group({ databases: [] }));
        await street.ask(before);
        await street.ask({ ...before, method: "PUT" });
        const id = street.idOf("sql:Database", TENANT);
        street.cloud.remove(`${partner(street).id}/databases/${id.split("/").at(-1)}`);
        expect(street.refusalOf(group())).toBeUndefined();
    });

    it("is not what a program declares as its database's secondary: the group takes that over", async () => {
        const street = up.copy();
        await street.ask(database({ databaseName: "free", elasticPoolId: undefined }));
        const sourceDatabaseId = street.idOf("sql:Database", TENANT, { databaseName: "free" });
        const copy = { databaseName: "free", elasticPoolId: undefined, createMode: "Secondary", sourceDatabaseId };
        await street.ask(database({ ...onPartner(street), ...copy }));
        expect(street.refusalOf(group(grown(street, "free")))).toBeUndefined();
    });
});
