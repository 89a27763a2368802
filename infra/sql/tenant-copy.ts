import * as pulumi from "@pulumi/pulumi";
import type { Place } from "../place";
import { deletionLock } from "../protection/deletion-lock";
import { requireEuRegion } from "../regions";
import { databaseLogs } from "./database-logs";
import { refuseMistakes } from "./mistakes";
import { retention, retentionMistakes, type SqlBackup } from "./retention";
import { databaseName } from "./tenant-id";

export interface TenantCopyArgs {
    readonly place: Place;
    readonly tenantId: string;
    /** The server that the copy stands on, and dies with. */
    readonly server: pulumi.Resource;
    readonly serverId: pulumi.Input<string>;
    readonly serverName: pulumi.Input<string>;
    /** The failover group: there is no copy before it. */
    readonly group: pulumi.CustomResource;
    readonly backup: SqlBackup;
    readonly workspaceId: pulumi.Input<string>;
}

/**
 * What the copy of a tenant's database needs on the second server, so that backups go on after a failover.
 *
 * The copy itself is not declared: the failover group makes it. It is not removed with the group, or when the tenant leaves the
 * group, either: it goes with its server, or by hand.
 *
 * @throws Refusal for a region outside the European Union, or a retention out of bounds.
 */
export class TenantCopy extends pulumi.ComponentResource {
    constructor(name: string, { server, group, ...args }: TenantCopyArgs, opts?: pulumi.ComponentResourceOptions) {
        // Resources stay out of the component's inputs, where the engine would hand them around by reference.
        super("figlo:infra:TenantCopy", name, {}, opts);
        const { place, backup, serverName, workspaceId } = args;
        requireEuRegion(place.region, { allowEea: true });
        refuseMistakes(`copy '${name}'`, retentionMistakes("backup", backup));
        const databaseId = copyId(args, group);
        const on = {
            resourceGroupName: place.resourceGroupName,
            serverName,
            databaseName: databaseName(args.tenantId),
        };
        // Azure takes long-term retention on a copy; point-in-time retention there is not verified.
        const policies = retention(name, { ...on, backup }, { parent: this, dependsOn: [group], deletedWith: server });
        // Deleted on its own: a setting outlives its resource, comes back with it, and then cannot be created.
        const log = databaseLogs(`${name}-logs`, { databaseId, workspaceId }, this);
        if (place.protect) {
            const inside = [group, ...policies, log];
            deletionLock(
                `${name}-lock`,
                { scope: databaseId, inside, notes: "Holds the copy of a tenant's data." },
                this,
            );
        }
        this.registerOutputs();
    }
}

/** Known once the group is there, so that nothing reaches for a copy that does not exist yet. */
const copyId = ({ serverId, tenantId }: Pick<TenantCopyArgs, "serverId" | "tenantId">, group: pulumi.CustomResource) =>
    pulumi.all([serverId, group.id]).apply(([id]) => `${id}/databases/${databaseName(tenantId)}`);
