import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";
import { deletionLock } from "../protection/deletion-lock";
import { hasEuPair, requireEuRegion } from "../regions";
import { databaseLogs } from "./database-logs";
import { refuseMistakes } from "./mistakes";
import { retention, retentionMistakes, type SqlBackup } from "./retention";
import { databaseName, tenantIdMistakes } from "./tenant-id";

export interface TenantDatabaseArgs {
    readonly place: Place;
    /** Opaque id of the tenant; its display name stays in the tenant file. */
    readonly tenantId: string;
    readonly serverName: pulumi.Input<string>;
    readonly poolId: pulumi.Input<string>;
    /** As the pool is. */
    readonly zoneRedundant: boolean;
    readonly backup: SqlBackup;
    readonly workspaceId: pulumi.Input<string>;
}

const COLLATION = "SQL_Latin1_General_CP1_CI_AS";

/**
 * The database of one tenant, on the primary server only: a failover group makes the copy by itself, and Azure answers
 * RemoteDatabaseExists to a declared one.
 *
 * @throws Refusal for a region outside the European Union, a tenant id that cannot be a name, or a retention out of bounds.
 */
export class TenantDatabase extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly name: pulumi.Output<string>;
    /** What changes the database after its creation; a failover group waits for it. */
    readonly settings: readonly pulumi.Resource[];

    constructor(name: string, args: TenantDatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:TenantDatabase", name, {}, opts);
        const { place, backup, tenantId, serverName, workspaceId } = args;
        requireEuRegion(place.region, { allowEea: true });
        refuseMistakes(`tenant database '${name}'`, [
            ...tenantIdMistakes("tenantId", tenantId),
            ...retentionMistakes("backup", backup),
        ]);
        const database = this.database(name, args);
        const on = { resourceGroupName: place.resourceGroupName, serverName, databaseName: database.name };
        const encryption = this.encryption(name, on);
        const policies = retention(name, { ...on, backup }, { parent: this, dependsOn: [encryption] });
        const log = databaseLogs(`${name}-logs`, { databaseId: database.id, workspaceId }, this);
        this.settings = [encryption, ...policies];
        if (place.protect) {
            const inside = [...this.settings, log];
            deletionLock(`${name}-lock`, { scope: database.id, inside, notes: "Holds a tenant's data." }, this);
        }
        this.id = database.id;
        this.name = database.name;
        this.registerOutputs({ id: this.id, name: this.name });
    }

    private database(name: string, { place, tenantId, ...args }: TenantDatabaseArgs): sql.Database {
        return new sql.Database(
            `${name}-database`,
            {
                databaseName: databaseName(tenantId),
                serverName: args.serverName,
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                createMode: "Default",
                elasticPoolId: args.poolId,
                // Both replace the database when they change, and so delete it first.
                collation: COLLATION,
                catalogCollation: COLLATION,
                // Azure copies to the region's pair. Without one the copy on the second server is the geo copy; what Azure
                // answers to 'Geo' there is not verified.
                requestedBackupStorageRedundancy: hasEuPair(place.region) ? "Geo" : "Zone",
                zoneRedundant: args.zoneRedundant,
                tags: { ...tagsFor(place, "customer"), tenant: tenantId },
            },
            { parent: this, protect: place.protect },
        );
    }

    /** On by default in Azure, and said nevertheless: a plan is read by people. */
    private encryption(name: string, on: DatabaseAddress): sql.TransparentDataEncryption {
        return new sql.TransparentDataEncryption(
            `${name}-encryption`,
            { ...on, tdeName: "current", state: "Enabled" },
            { parent: this },
        );
    }
}

type DatabaseAddress = Pick<sql.TransparentDataEncryptionArgs, "resourceGroupName" | "serverName" | "databaseName">;
