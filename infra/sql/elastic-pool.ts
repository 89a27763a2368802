import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";
import { type Place, tagsFor } from "../place";
import { requireEuRegion } from "../regions";
import { refuseMistakes } from "./mistakes";
import { type PoolSize, poolMistakes } from "./pool-size";

export interface ElasticPoolArgs {
    readonly place: Place;
    readonly serverName: pulumi.Input<string>;
    /** Physical name. A failover group puts a database's copy into the partner's pool of the same name. */
    readonly poolName: string;
    readonly size: PoolSize;
    readonly workspaceId: pulumi.Input<string>;
    /** The server: Azure fills the pool with copies, and a pool that is not empty cannot be deleted; its server can. */
    readonly deletedWith: pulumi.Resource;
    /** What changes the servers before. */
    readonly after: readonly pulumi.Resource[];
}

const SKU_PREFIX = { GeneralPurpose: "GP", BusinessCritical: "BC" } as const;
const BYTES_PER_GB = 1024 ** 3;

/**
 * A pool that tenants' databases share, none of which can take all of it.
 *
 * @throws Refusal for a size that Azure does not have, or a region outside the European Union.
 */
export class ElasticPool extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly pool: sql.ElasticPool;

    constructor(name: string, args: ElasticPoolArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:ElasticPool", name, {}, opts);
        requireEuRegion(args.place.region, args.place);
        refuseMistakes(`elastic pool '${name}'`, poolMistakes("size", args.size));
        this.pool = this.build(name, args);
        this.id = this.pool.id;
        // A pool has metrics and no log categories: Azure refuses 'allLogs' on it.
        diagnostics(`${name}-logs`, { resourceUri: this.id, workspaceId: args.workspaceId, categories: [] }, this);
        this.registerOutputs({ id: this.id });
    }

    private build(name: string, args: ElasticPoolArgs): sql.ElasticPool {
        const { place, serverName, poolName, size, deletedWith, after } = args;
        return new sql.ElasticPool(
            `${name}-pool`,
            {
                elasticPoolName: poolName,
                serverName,
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                sku: {
                    name: `${SKU_PREFIX[size.tier]}_${size.family}`,
                    tier: size.tier,
                    family: size.family,
                    capacity: size.capacity,
                },
                perDatabaseSettings: { minCapacity: 0, maxCapacity: size.perDatabaseCapacity },
                maxSizeBytes: size.maxSizeGb * BYTES_PER_GB,
                zoneRedundant: size.zoneRedundant,
                licenseType: "LicenseIncluded",
                tags: tagsFor(place, "customer"),
            },
            { parent: this, protect: place.protect, deletedWith, dependsOn: [...after] },
        );
    }
}
