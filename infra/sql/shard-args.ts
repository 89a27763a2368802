import type * as pulumi from "@pulumi/pulumi";
import type { PrivateAccess } from "../network/private-link";
import type { Place } from "../place";
import type { AddressRange } from "./address-range";
import type { Administrators } from "./administrators";
import type { PoolSize } from "./pool-size";
import type { SqlBackup } from "./retention";
import type { DatabaseKeyRef } from "./server-encryption";

/** The two servers of a shard, by the region that they are in: a failover changes which of them writes, and no role. */
export const SERVER_ROLES = ["primary", "secondary"] as const;
export type ServerRole = (typeof SERVER_ROLES)[number];
export type PerRole<T> = Readonly<Record<ServerRole, T>>;

/** One of the two regions of a shard. */
export interface ServerSite {
    readonly place: Place;
    readonly workspaceId: pulumi.Input<string>;
    /** The region's network, from which both servers are reached. */
    readonly access: PrivateAccess;
}

export interface Tenant {
    /** Opaque. */
    readonly id: string;
}

export interface ShardArgs extends PerRole<ServerSite> {
    /** Two digits. */
    readonly shard: string;
    /** Where databases may be written: `secondary` after a failover, by an operator's decision. */
    readonly activeRegion: ServerRole;
    readonly administrators: Administrators;
    /** Who is told of a threat to a server; at least one address. */
    readonly alertEmails: readonly string[];
    readonly pool: PoolSize;
    readonly backup: SqlBackup;
    /** Addresses that both servers admit. */
    readonly firewall: readonly AddressRange[];
    /** True where a database of the shard declares addresses of its own. */
    readonly tenantFirewall: boolean;
    /**
     * Customer-managed key of both servers. Without it no encryption protector is declared: every server has one, and
     * Azure's own key is its default; to declare that would add a resource and change nothing.
     */
    readonly key?: DatabaseKeyRef;
    readonly tenants: readonly Tenant[];
}
