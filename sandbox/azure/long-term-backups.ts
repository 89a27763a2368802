import { isObject, type JsonObject } from "../../arm/json";
import type { Cloud, CloudObject } from "./cloud";

const DATABASES = "Microsoft.Sql/servers/databases";
const POLICIES = "Microsoft.Sql/servers/databases/backupLongTermRetentionPolicies";
/** They lie beside the server, and outlive it (sql-docs, long-term-retention-overview). */
const BACKUPS = "Microsoft.Sql/locations/longTermRetentionServers/longTermRetentionDatabases/longTermRetentionBackups";

const NOTHING = "PT0S";

/**
 * The weekly backup that long-term retention keeps of each database with a policy; the first comes up to a week after its policy
 * (sql-docs, long-term-backup-retention-configure). Of a copy none is made as long as it is one.
 *
 * @param week tells the backups of one week apart, `YYYY-MM-DD`
 */
export function takeLongTermBackups(cloud: Cloud, week: string): void {
    const databases = cloud.all(DATABASES).filter((database) => keepsLong(cloud, database) && !isCopy(database));
    for (const { id, apiVersion, body } of databases) {
        const [, subscription, server, database] =
            /^(\/subscriptions\/[^/]+)\/.*\/servers\/([^/]+)\/databases\/([^/]+)$/i.exec(id) ?? [];
        const place = `longTermRetentionServers/${server}/longTermRetentionDatabases/${database}`;
        cloud.write({
            id: `${subscription}/providers/Microsoft.Sql/locations/${body.location}/${place}/longTermRetentionBackups/${week}`,
            type: BACKUPS,
            apiVersion,
            body: { properties: { serverName: `${server}`, databaseName: `${database}` } },
            outputs: {},
            declared: false,
        });
    }
}

/** The weeks of which a backup of a database is kept, whether or not it is still there. */
export const longTermBackups = (cloud: Cloud, database: string): readonly string[] =>
    cloud
        .all(BACKUPS)
        .filter(({ body }) => propertiesOf(body).databaseName === database)
        .map(({ id }) => id.split("/").at(-1) as string)
        .sort();

const keepsLong = (cloud: Cloud, database: CloudObject): boolean =>
    cloud
        .inside(database.id)
        .filter(({ type }) => type.toLowerCase() === POLICIES.toLowerCase())
        .map(({ body }) => propertiesOf(body))
        .some(({ weeklyRetention, monthlyRetention, yearlyRetention }) =>
            [weeklyRetention, monthlyRetention, yearlyRetention].some((each) => (each ?? NOTHING) !== NOTHING),
        );

const isCopy = ({ body }: CloudObject): boolean => propertiesOf(body).sourceDatabaseId !== undefined;

const propertiesOf = (body: JsonObject): JsonObject => (isObject(body.properties) ? body.properties : {});
