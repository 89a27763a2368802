import { DATABASE } from "../azure-types";
import { isTransient } from "../data-class";
import type { ResourceView, StackView } from "../model";
import { pairIs } from "../regions";
import { stackRule } from "../rule";
import { found, show } from "../show";
import { failoverGroupsOf, isReplica, serverOf } from "../sql-relations";

/** A second copy of the backups, in the Union: by Azure in the region's pair, or by a geo-secondary where there is none. */
export const sqlDbGeoBackup = stackRule([DATABASE], (database, report, { stack, config }) => {
    if (isTransient(database) || isReplica(database)) {
        return;
    }
    const redundancy = database.props.requestedBackupStorageRedundancy;
    const region = database.props.location ?? serverOf(database)?.props.location;
    if (!region) {
        report("its region is not set, so that nothing says where its backups go");
        return;
    }
    const pair = pairIs(region, config);
    const isGeo = ["Geo", "GeoZone"].includes(redundancy);
    if (isGeo ? pair !== "refused" : pair !== "wanted" && redundancy === "Zone" && isCopied(database, stack)) {
        return;
    }
    if (pair === "wanted") {
        report(found("requestedBackupStorageRedundancy", redundancy));
    } else if (redundancy !== "Zone") {
        report(
            `${found("requestedBackupStorageRedundancy", redundancy)}, and ${show(region)} has no pair in the Union`,
        );
    } else {
        report(`is in no failover group, and ${show(region)} has no pair in the Union that could hold its backups`);
    }
});

const isCopied = (database: ResourceView, stack: StackView): boolean => failoverGroupsOf(database, stack).length > 0;
