import * as pulumi from "@pulumi/pulumi";
import type { Place } from "../place";
import { deletionLock } from "../protection/deletion-lock";
import { requireEuRegion } from "../regions";
import { databaseId, idOnServer } from "./database-id";
import { databaseLogs } from "./database-logs";
import { refuseMistakes } from "./mistakes";
import { retention, retentionMistakes, type SqlBackup } from "./retention";
import { databaseName } from "./tenant-id";

export interface DatabaseSafeguardsArgs {
    readonly place: Place;
    readonly tenantId: string;
    readonly serverId: pulumi.Input<string>;
    readonly serverName: pulumi.Input<string>;
    /** What brings the database to this server: the database itself on the active one, the failover group on the other. */
    readonly origin: pulumi.CustomResource;
    /** What must be over before the database changes again: the origin, or what follows it. */
    readonly after: pulumi.Resource;
    /** What takes the retention policies with it when it goes: the database itself, or the server of a copy. */
    readonly deletedWith: pulumi.Resource;
    readonly backup: SqlBackup;
    readonly workspaceId: pulumi.Input<string>;
}

/**
 * What a tenant's database needs on one of the two servers: both retention policies, its logs and its lock. They do not travel
 * with the data, so that each server has its own, and backups go on after a failover.
 *
 * @throws Refusal for a region outside the European Union, or a retention out of bounds.
 */
export class DatabaseSafeguards extends pulumi.ComponentResource {
    /** The last of both policies; a failover group waits for those of the active server. */
    readonly lastPolicy: pulumi.Resource;

    constructor(name: string, args: DatabaseSafeguardsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:DatabaseSafeguards", name, {}, opts);
        const { place, backup, serverName, workspaceId, after, deletedWith } = args;
        requireEuRegion(place.region, place);
        refuseMistakes(`safeguards '${name}'`, retentionMistakes("backup", backup));
        const on = {
            resourceGroupName: place.resourceGroupName,
            serverName,
            databaseName: databaseName(args.tenantId),
        };
        // Azure takes long-term retention on a copy; point-in-time retention there is not verified.
        this.lastPolicy = retention(name, { ...on, backup }, { parent: this, dependsOn: after, deletedWith });
        // Deleted on its own: a setting outlives its resource, comes back with it, and then cannot be created.
        const log = databaseLogs(
            `${name}-logs`,
            { databaseId: idOnServer(args), workspaceId, after: this.lastPolicy },
            this,
        );
        if (place.protect) {
            // After the log, and so after all else: one way back to each, since a failed delete walks every way.
            const lock = { scope: databaseId(args), inside: [log], notes: "Holds a tenant's data." };
            deletionLock(`${name}-lock`, lock, this);
        }
        this.registerOutputs();
    }
}
