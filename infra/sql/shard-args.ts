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
    /** False while it is suspended: its data and backups stay, and neither the application nor anybody of its own gets in. */
    readonly active: boolean;
    /** Addresses that reach its database and no other. */
    readonly addresses: readonly AddressRange[];
    /** The Entra group of its own that may read its database. */
    readonly reader?: { readonly group: string; readonly objectId: string };
    /** True where its data may be deleted: nothing of it is protected any more, where the shard is. */
    readonly released: boolean;
}

/** The application, as each database knows it. */
export interface ApplicationUser {
    /** Its name inside the databases. */
    readonly name: string;
    /** Client id of its managed identity. */
    readonly clientId: pulumi.Input<string>;
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
    /** Who reads, writes and executes in the database of each active tenant. */
    readonly application: ApplicationUser;
    /**
     * Customer-managed key of both servers. Without it no encryption protector is declared: every server has one, and
     * Azure's own key is its default; to declare that would add a resource and change nothing.
     */
    readonly key?: DatabaseKeyRef;
    readonly tenants: readonly Tenant[];
}

export const otherRole = (role: ServerRole): ServerRole => (role === "primary" ? "secondary" : "primary");

export const perRole = <T>(make: (role: ServerRole) => T): PerRole<T> => ({
    primary: make("primary"),
    secondary: make("secondary"),
});

/** What tells the shard's things apart in names. */
export const shardRole = ({ shard }: ShardArgs): string => `shard-${shard}`;

/** Name of the pool, the same on both servers. */
export const shardPool = (args: ShardArgs): string =>
    args.primary.place.naming.local("elasticPool", undefined, shardRole(args));

/** The order of the tenant file is not a change of the failover group. */
export const sortedTenants = ({ tenants }: ShardArgs): Tenant[] => [...tenants].sort((a, b) => (a.id < b.id ? -1 : 1));

export const activeTenants = (args: ShardArgs): Tenant[] => sortedTenants(args).filter(({ active }) => active);
