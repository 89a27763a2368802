import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";
import { hasEuPair, requireEuRegion } from "../regions";
import { refuseMistakes } from "./mistakes";
import { databaseName, tenantIdMistakes } from "./tenant-id";

export interface TenantDatabaseArgs {
    /** Place of the active server. */
    readonly place: Place;
    /** Opaque id of the tenant; its display name stays in the tenant file. */
    readonly tenantId: string;
    readonly serverName: pulumi.Input<string>;
    readonly poolId: pulumi.Input<string>;
    /** What changes the servers, the pool included: Azure refuses a database meanwhile. */
    readonly after: readonly pulumi.Resource[];
    /** As the pool is. */
    readonly zoneRedundant: boolean;
}

const COLLATION = "SQL_Latin1_General_CP1_CI_AS";

/** Path parameters: a change would replace what they name, and delete it first. */
const SERVER = ["serverName", "resourceGroupName"];

/** Where a database is, and what follows from it. Azure tells a `secondaryType` of copies, also of one that is no copy any more (unverified). */
const WHEREABOUTS = [...SERVER, "location", "elasticPoolId", "requestedBackupStorageRedundancy", "secondaryType"];

/**
 * The database of one tenant, created on the server that is active at the time, and there only: a failover group makes the copy by
 * itself, and Azure answers RemoteDatabaseExists to another one of its name.
 *
 * Where a database is does not change any more once it is there, whatever the active region: its entry in the state follows a failover
 * (`otap failover`), and until it does the declared one is the copy, in its old place, which must not be replaced.
 *
 * @throws Refusal for a region outside the European Union, or a tenant id that cannot be a name.
 */
export class TenantDatabase extends pulumi.ComponentResource {
    readonly database: sql.Database;
    /** Changes the database after its creation: what changes it next waits for it. */
    readonly encryption: sql.TransparentDataEncryption;

    constructor(name: string, args: TenantDatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:TenantDatabase", name, {}, opts);
        requireEuRegion(args.place.region, args.place);
        refuseMistakes(`tenant database '${name}'`, tenantIdMistakes("tenantId", args.tenantId));
        this.database = this.build(name, args);
        this.encryption = this.encrypted(name, args);
        this.registerOutputs({ id: this.database.id });
    }

    private build(name: string, { place, tenantId, after, ...args }: TenantDatabaseArgs): sql.Database {
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
                requestedBackupStorageRedundancy: hasEuPair(place.region, place) ? "Geo" : "Zone",
                zoneRedundant: args.zoneRedundant,
                tags: { ...tagsFor(place, "customer"), tenant: tenantId },
            },
            { parent: this, protect: place.protect, dependsOn: [...after], ignoreChanges: WHEREABOUTS },
        );
    }

    /** On by default in Azure, and said nevertheless: a plan is read by people. */
    private encrypted(
        name: string,
        { place, serverName, tenantId }: TenantDatabaseArgs,
    ): sql.TransparentDataEncryption {
        return new sql.TransparentDataEncryption(
            `${name}-encryption`,
            {
                resourceGroupName: place.resourceGroupName,
                serverName,
                databaseName: databaseName(tenantId),
                tdeName: "current",
                state: "Enabled",
            },
            { parent: this, dependsOn: this.database, ignoreChanges: SERVER },
        );
    }
}
