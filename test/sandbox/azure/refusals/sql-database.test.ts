import { SQL_DATABASE_REFUSALS } from "../../../../sandbox/azure/refusals/sql-database";
import { describeRefusals } from "./describe-refusals";
import { type Asked, PlayedStreet } from "./played-street";

const NAME = "shard-01-tenant-t-tst7a1-database";

/** A new database, in no pool unless it is said otherwise. */
const database = (change: object = {}): Asked => ({
    method: "PUT",
    type: "sql:Database",
    name: NAME,
    change: { databaseName: "another", elasticPoolId: undefined, ...change },
});
const idOf = (street: PlayedStreet, databaseName?: string): string =>
    street.idOf("sql:Database", NAME, databaseName === undefined ? {} : { databaseName });
const onPartner = (street: PlayedStreet): object => {
    const { resourceGroupName, serverName, location } = street.inputsOf("sql:Server", "shard-01-secondary-server");
    return { resourceGroupName, serverName, location };
};
const secondary = (street: PlayedStreet, change: object): Asked =>
    database({ createMode: "Secondary", sourceDatabaseId: idOf(street, "free"), ...change });
const FREE = database({ databaseName: "free" });

describeRefusals("databases", SQL_DATABASE_REFUSALS, {
    "database-reserved-name": {
        refused: database({ databaseName: "msdb" }),
        allowed: database({ databaseName: "my-msdb" }),
    },
    "database-pool-with-sku": {
        refused: (street) => inPool(street, "GP_Gen5_2"),
        allowed: (street) => inPool(street, "ElasticPool"),
        message: "only if sku is specified as 'ElasticPool'",
    },
    "sql-sku-tier": {
        refused: database({ sku: { name: "GP_Gen5_2", tier: "BusinessCritical" } }),
        allowed: database({ sku: { name: "GP_Gen5_2", tier: "GeneralPurpose" } }),
        message: "Mismatch between SKU name and tier",
    },
    "database-source-missing": {
        refused: database({ createMode: "Copy" }),
        allowed: (street) => database({ createMode: "Copy", sourceDatabaseId: idOf(street) }),
        message: "create mode 'Copy'",
    },
    "database-source-not-found": {
        refused: (street) => database({ createMode: "Copy", sourceDatabaseId: idOf(street, "gone") }),
        allowed: (street) => database({ createMode: "Copy", sourceDatabaseId: idOf(street) }),
    },
    "database-restore-point-missing": {
        refused: (street) => database({ createMode: "PointInTimeRestore", sourceDatabaseId: idOf(street) }),
        allowed: (street) =>
            database({
                createMode: "PointInTimeRestore",
                sourceDatabaseId: idOf(street),
                restorePointInTime: "2026-01-02T03:04:05Z",
            }),
    },
    "database-secondary-name": {
        given: [FREE],
        refused: (street) => secondary(street, onPartner(street)),
        allowed: (street) => secondary(street, { ...onPartner(street), databaseName: "free" }),
        message: "must have the same name",
    },
    "database-secondary-server": {
        given: [FREE],
        refused: (street) => secondary(street, { databaseName: "free" }),
        allowed: (street) => secondary(street, { ...onPartner(street), databaseName: "free" }),
        message: "must be in different logical servers",
    },
});

function inPool(street: PlayedStreet, name: string): Asked {
    const elasticPoolId = street.idOf("sql:ElasticPool", "shard-01-primary-pool-pool");
    return database({ elasticPoolId, sku: { name, capacity: 0 } });
}

describe("a server's master database", () => {
    it("cannot be deleted", async () => {
        const street = await PlayedStreet.of("test");
        const master: Asked = {
            method: "DELETE",
            type: "sql:Database",
            name: NAME,
            change: { databaseName: "master" },
        };
        expect(street.refusalOf(master)?.id).toBe("database-reserved-name");
    });
});
