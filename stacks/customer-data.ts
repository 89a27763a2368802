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
}

/** Everything that holds what customers keep with us: their databases and their documents, each with its backups. */
export function customerData(
    { settings, data }: Loaded,
    { primary, secondary }: Readonly<Record<RegionRole, Foundation>>,
): CustomerData {
    const tenants = data.tenants.filter((tenant) => tenant.shard === FIRST_SHARD);
    const shard = new Shard("shard-01", {
        shard: FIRST_SHARD,
        primary: serverSite(primary),
        secondary: serverSite(secondary),
        administrators: { ...settings.sql.administrators, tenantId: settings.tenantId },
        pool: { family: "Gen5", ...settings.sql.pool },
        backup: {
            pointInTimeDays: settings.backup.pointInTimeDays,
            differentialHours: settings.backup.differentialHours,
            ...settings.backup.longTerm,
        },
        firewall: settings.sql.firewall,
        tenantFirewall: tenants.some((tenant) => tenant.addresses.length > 0),
        key: settings.sql.customerManagedKey ? databaseKey(settings.environment, primary) : undefined,
        tenants: tenants.map(({ id }) => ({ id })),
    });
    const documents = new DocumentsStore("documents", {
        place: primary.place,
        workspaceId: primary.monitoring.workspaceId,
        accesses: [primary.network.platformAccess, secondary.network.platformAccess],
        tenants: tenants.map(({ id }) => ({ id })),
        pointInTimeDays: settings.backup.documents.pointInTimeDays,
        softDeleteDays: settings.backup.documents.softDeleteDays,
    });
    new DailyBackup("documents-backup", {
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
    return { shard, documents };
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
    });
