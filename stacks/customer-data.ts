import { DailyBackup } from "../infra/backup/daily-backup";
import { DocumentsStore } from "../infra/backup/documents-store";
import { hasEuPair } from "../infra/regions";
import { Shard } from "../infra/sql/shard";
import type { Tenant } from "../infra/sql/shard-args";
import type { Foundation, RegionRole } from "./foundation";
import type { ApplicationIdentity } from "./identities";
import { FIRST_SHARD } from "./settings/data-tenants";
import type { Settings } from "./settings/settings";

export interface CustomerData {
    readonly shard: Shard;
    readonly documents: DocumentsStore;
    readonly backup: DailyBackup;
}

/** Everything that holds what customers keep with us: their databases and their documents, each with its backups. */
export interface CustomerDataArgs {
    readonly settings: Settings;
    readonly tenants: readonly Tenant[];
    readonly foundations: Readonly<Record<RegionRole, Foundation>>;
    /** The application that works with customers' data. */
    readonly application: ApplicationIdentity;
}

export function customerData({ settings, tenants, foundations, application }: CustomerDataArgs): CustomerData {
    const { primary, secondary } = foundations;
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
        application: { name: application.name, clientId: application.clientId },
        key: primary.databaseKey,
        tenants,
    });
    const home = documentsHome(primary, secondary);
    const documents = new DocumentsStore("documents", {
        place: home.place,
        workspaceId: home.monitoring.workspaceId,
        accesses: [primary.network.documentAccess, secondary.network.documentAccess],
        tenants,
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
