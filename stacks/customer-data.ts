import { DailyBackup } from "../infra/backup/daily-backup";
import { DocumentsStore } from "../infra/backup/documents-store";
import { Shard } from "../infra/sql/shard";
import { DatabaseKey } from "../infra/vault/database-key";
import type { Foundation, RegionRole } from "./foundation";
import type { Loaded } from "./settings/load-environment";

/** The first shard lives in the environment's own stack; more shards are stacks of their own. */
const FIRST_SHARD = "01";

export interface CustomerData {
    readonly shard: Shard;
    readonly documents: DocumentsStore;
    readonly backup: DailyBackup;
    /** None where Azure keeps the key of the databases. */
    readonly key: DatabaseKey | undefined;
}

/** Everything that holds what customers keep with us: their databases and their documents, each with its backups. */
export function customerData(
    { settings, data }: Loaded,
    { primary, secondary }: Readonly<Record<RegionRole, Foundation>>,
): CustomerData {
    const tenants = data.tenants.filter((tenant) => tenant.shard === FIRST_SHARD);
    const key = settings.sql.customerManagedKey ? databaseKey(settings.environment, primary) : undefined;
    const shard = new Shard("shard-01", {
        shard: FIRST_SHARD,
        primary: serverSite(primary),
        secondary: serverSite(secondary),
        activeRegion: settings.sql.activeRegion,
        administrators: { ...settings.sql.administrators, tenantId: settings.tenantId },
        pool: { family: "Gen5", ...settings.sql.pool },
        backup: {
            pointInTimeDays: settings.backup.pointInTimeDays,
            differentialHours: settings.backup.differentialHours,
            ...settings.backup.longTerm,
        },
        firewall: settings.sql.firewall,
        // A tenant's addresses get rules inside its database, which are not made yet: nothing to open the servers for.
        tenantFirewall: false,
        key,
        tenants: tenants.map(({ id }) => ({ id })),
    });
    const documents = new DocumentsStore("documents", {
        place: primary.place,
        workspaceId: primary.monitoring.workspaceId,
        accesses: [primary.network.documentAccess, secondary.network.documentAccess],
        tenants: tenants.map(({ id }) => ({ id })),
        pointInTimeDays: settings.backup.documents.pointInTimeDays,
        softDeleteDays: settings.backup.documents.softDeleteDays,
    });
    const backup = new DailyBackup("documents-backup", {
        place: primary.place,
        workspaceId: primary.monitoring.workspaceId,
        storeId: documents.id,
        storeName: documents.name,
        containers: documents.containers,
        after: [documents],
        retentionDays: settings.backup.documents.vaultDays,
        immutability: settings.backup.documents.immutability,
        grantKey: `${settings.environment}/documents-backup`,
    });
    return { shard, documents, backup, key };
}

const serverSite = ({ place, monitoring, network }: Foundation) => ({
    place,
    workspaceId: monitoring.workspaceId,
    access: network.shardAccess,
});

/** Both servers take their key from the vault of the primary region: Azure SQL wants one key for a failover group. */
const databaseKey = (environment: string, { place, vault }: Foundation): DatabaseKey =>
    new DatabaseKey("database-key", {
        place,
        vaultId: vault.id,
        vaultName: vault.name,
        grantKey: `${environment}/database-key`,
        after: [vault],
    });
