import type { Answer } from "../fake-programs";

const HOUR = 3_600_000;

/** The moment so many hours before now, as Azure writes it. */
export const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();

const ID = "/subscriptions/s/resourceGroups/rg-test/providers";

/** The state of an environment with one database on two servers, and one backup of documents. */
export const RESOURCES = [
    ...["sql-weu", "sql-neu"].map((name) => ({
        type: "azure-native:sql:Server",
        id: `${ID}/Microsoft.Sql/servers/${name}`,
        outputs: { location: "West Europe" },
    })),
    { type: "azure-native:sql:Database", id: `${ID}/Microsoft.Sql/servers/sql-weu/databases/db-1` },
    {
        type: "azure-native:sql:LongTermRetentionPolicy",
        id: `${ID}/Microsoft.Sql/servers/sql-weu/databases/db-1/backupLongTermRetentionPolicies/default`,
        inputs: { databaseName: "db-1", weeklyRetention: "P12W" },
    },
    {
        type: "azure-native:dataprotection:BackupInstance",
        id: `${ID}/Microsoft.DataProtection/backupVaults/bv-test/backupInstances/documents`,
    },
];

/** What Azure knows. */
export interface Facts {
    readonly state: readonly object[];
    readonly created: string;
    readonly earliest: string | null;
    readonly backup: string;
    readonly longTerm: readonly string[];
    readonly protection: string;
    readonly points: readonly string[];
}

/** All is well; the second server holds the copy, of which no backups are made. */
const HEALTHY: Facts = {
    state: RESOURCES,
    created: ago(2_000),
    earliest: ago(700),
    backup: `db-1,${ago(1).slice(0, 19)}`,
    longTerm: [ago(24 * 13), ago(24 * 6)],
    protection: "ProtectionConfigured",
    points: [ago(27), ago(3)],
};

/** Each answer with the name of the file in which the script keeps it. */
export function answers(changes: Partial<Facts> = {}): readonly (Answer & { file: string })[] {
    const { state, created, earliest, backup, longTerm, protection, points } = { ...HEALTHY, ...changes };
    const database = (earliestRestoreDate: string | null) =>
        JSON.stringify([{ name: "master" }, { name: "db-1", creationDate: created, earliestRestoreDate }]);
    return [
        {
            file: "state.json",
            to: /^pulumi stack export --stack test$/,
            stdout: JSON.stringify({ deployment: { resources: state } }),
        },
        {
            file: "databases-sql-weu.json",
            to: /^az sql db list --resource-group rg-test --server sql-weu --output json$/,
            stdout: database(earliest),
        },
        {
            file: "databases-sql-neu.json",
            to: /^az sql db list --resource-group rg-test --server sql-neu --output json$/,
            stdout: database(null),
        },
        {
            file: "long-term-sql-weu.json",
            to: /^az sql db ltr-backup list --location westeurope --server sql-weu --only-latest-per-database true /,
            stdout: JSON.stringify(longTerm.map((backupTime) => ({ databaseName: "db-1", backupTime }))),
        },
        {
            file: "long-term-sql-neu.json",
            to: /^az sql db ltr-backup list --location westeurope --server sql-neu --only-latest-per-database true /,
            stdout: "[]",
        },
        {
            file: "backups-sql-weu.csv",
            to: /^sqlcmd -S tcp:sql-weu\.database\.windows\.net -d master --authentication-method ActiveDirectoryDefault /,
            stdout: `\n${backup}\nmaster,NULL\n`,
        },
        { file: "backups-sql-neu.csv", to: /^sqlcmd -S tcp:sql-neu\.database\.windows\.net -d master /, stdout: "\n" },
        {
            file: "instances-bv-test.json",
            to: /^az dataprotection backup-instance list --resource-group rg-test --vault-name bv-test --output json$/,
            stdout: JSON.stringify([{ name: "documents", properties: { currentProtectionState: protection } }]),
        },
        {
            file: "points-documents.json",
            to: /^az dataprotection recovery-point list .*--vault-name bv-test --backup-instance-name documents /,
            stdout: JSON.stringify(points.map((recoveryPointTime) => ({ properties: { recoveryPointTime } }))),
        },
    ];
}
