import { HYPERSCALE_REFUSALS } from "../../../../sandbox/azure/refusals/hyperscale";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

/** A database in no pool, of tier Hyperscale unless it is said otherwise. */
const database = (change: object): Asked => ({
    method: "PUT",
    type: "sql:Database",
    change: {
        databaseName: "large",
        elasticPoolId: undefined,
        sku: { name: "HS_Gen5_2" },
        zoneRedundant: false,
        requestedBackupStorageRedundancy: "GeoZone",
        ...change,
    },
});
const replicas = (highAvailabilityReplicaCount: number | undefined) =>
    database({ zoneRedundant: true, highAvailabilityReplicaCount });

describeRefusals("Hyperscale", HYPERSCALE_REFUSALS, {
    "hyperscale-backups-fixed": {
        given: [database({})],
        refused: database({ requestedBackupStorageRedundancy: "Zone" }),
        allowed: database({ requestedBackupStorageRedundancy: undefined }),
        message: "cannot be changed after creation, from 'GeoZone' to 'Zone'",
    },
    "hyperscale-zones-fixed": {
        given: [database({})],
        refused: database({ zoneRedundant: true }),
        allowed: database({ zoneRedundant: true, databaseName: "another" }),
        message: "only when the database is created",
    },
    "hyperscale-zones-replica": { refused: replicas(0), allowed: replicas(1), message: "at least one" },
});
