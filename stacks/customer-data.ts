import { DailyBackup } from "../infra/backup/daily-backup";
import { DocumentsStore } from "../infra/backup/documents-store";
import { hasEuPair } from "../infra/regions";
import { Shard } from "../infra/sql/shard";
import type { Foundation, RegionRole } from "./foundation";
import { FIRST_SHARD } from "./settings/data-tenants";
import type { Loaded } from "./settings/load-environment";

export interface CustomerData {
    readonly shard: Shard;
    readonly documents: DocumentsStore;
    readonly backup: DailyBackup;
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
        activeRegion: settings.sql.activeRegion,
        administrators: { ...settings.sql.administrators, tenantId: settings.tenantId },
        alertEmails: settings.monitoring.alertEmails,
        pool: { family: "Gen5", ...settings.sql.pool },
        backup: {
            pointInTimeDays: settings.backup.pointInTimeDays,
            differentialHours: settings.backup.differentialHours,
            ...settings.backup.longTerm,
        },
        firewall: settings.sql.firewall,
        // A tenant's addresses get rules inside its database, which are not made yet: nothing to open the servers for.
        tenantFirewall: false,
        key: primary.databaseKey,
        tenants: tenants.map(({ id }) => ({ id })),
    });
    const home = documentsHome(primary, secondary);
    const documents = new DocumentsStore("documents", {
        place: home.place,
        workspaceId: home.monitoring.workspaceId,
        accesses: [primary.network.documentAccess, secondary.network.documentAccess],
        tenants: tenants.map(({ id }) => ({ id })),
        pointInTimeDays: settings.backup.documents.pointInTimeDays,
        softDeleteDays: settings.backup.documents.softDeleteDays,
    });
    const backup = new DailyBackup("documents-backup", {
        place: home.place,
        // Where the alert on a failed backup listens.
        workspaceId: primary.monitoring.workspaceId,
        storeId: documents.id,
        storeName: documents.name,
        containers: documents.containers,
        after: documents.written,
        retentionDays: settings.backup.documents.vaultDays,
        immutability: settings.backup.documents.immutability,
        grantKey: `${settings.environment}/documents-backup`,
    });
    return { shard, documents, backup };
}

/**
 * The region that keeps the documents: the first of both with a pair, since their copy elsewhere is made by Azure, in the pair. Databases
 * have theirs on the second server whatever the regions are. Where neither has a pair the store refuses to be made.
 */
const documentsHome = (primary: Foundation, secondary: Foundation): Foundation =>
    [primary, secondary].find(({ place }) => hasEuPair(place.region, place)) ?? primary;

const serverSite = ({ place, monitoring, network }: Foundation) => ({
    place,
    workspaceId: monitoring.workspaceId,
    access: network.shardAccess,
});
