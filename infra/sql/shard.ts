import * as pulumi from "@pulumi/pulumi";
import { type PrivateAccess, PrivateLink } from "../network/private-link";
import type { Place } from "../place";
import type { AddressRange } from "./address-range";
import type { Administrators } from "./administrators";
import { ElasticPool } from "./elastic-pool";
import { FailoverGroup } from "./failover-group";
import { refuseMistakes } from "./mistakes";
import type { PoolSize } from "./pool-size";
import type { SqlBackup } from "./retention";
import { type DatabaseKeyRef, ServerEncryption } from "./server-encryption";
import { shardMistakes } from "./shard-rules";
import { SqlServer } from "./sql-server";
import { TenantCopy } from "./tenant-copy";
import { TenantDatabase } from "./tenant-database";

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

export interface ShardArgs {
    /** Two digits. */
    readonly shard: string;
    readonly primary: ServerSite;
    readonly secondary: ServerSite;
    readonly administrators: Administrators;
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

/**
 * The databases of at most a hundred tenants: a pair of SQL servers in two regions, a pool on each, one failover group, and
 * private endpoints from both regions to both servers.
 *
 * @throws Refusal with every mistake in the arguments at once.
 */
export class Shard extends pulumi.ComponentResource {
    /** Read-write listener of the failover group. */
    readonly host: pulumi.Output<string>;
    readonly readOnlyHost: pulumi.Output<string>;
    readonly failoverGroupId: pulumi.Output<string>;
    readonly primaryServerId: pulumi.Output<string>;
    readonly secondaryServerId: pulumi.Output<string>;

    constructor(name: string, args: ShardArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:Shard", name, {}, opts);
        refuseMistakes(`shard '${args.shard}'`, shardMistakes(args));
        const servers = {
            primary: this.server(`${name}-primary`, args, args.primary),
            secondary: this.server(`${name}-secondary`, args, args.secondary),
        };
        const encryption = this.encryption(name, args, servers);
        const pools = this.pools(name, args, servers);
        const databases = this.databases(name, args, servers.primary, pools.primary);
        const after = [pools.primary, pools.secondary, ...encryption, ...databases.flatMap((one) => one.settings)];
        const group = this.failoverGroup(name, args, servers, databases, after);
        this.copies(name, args, servers.secondary, group);
        this.links(name, args, servers);
        this.host = group.host;
        this.readOnlyHost = group.readOnlyHost;
        this.failoverGroupId = group.id;
        this.primaryServerId = servers.primary.id;
        this.secondaryServerId = servers.secondary.id;
        this.registerOutputs({
            host: this.host,
            readOnlyHost: this.readOnlyHost,
            failoverGroupId: this.failoverGroupId,
            primaryServerId: this.primaryServerId,
            secondaryServerId: this.secondaryServerId,
        });
    }

    private server(name: string, args: ShardArgs, { place, workspaceId }: ServerSite): SqlServer {
        const { administrators, firewall, tenantFirewall, key } = args;
        return new SqlServer(
            name,
            {
                place,
                workspaceId,
                role: roleOf(args),
                administrators,
                firewall,
                tenantFirewall,
                identityId: key?.identityId,
            },
            { parent: this },
        );
    }

    private encryption(name: string, args: ShardArgs, servers: Pair<SqlServer>): ServerEncryption[] {
        const { key } = args;
        if (!key) {
            return [];
        }
        const encrypt = (side: Side, after: readonly pulumi.Resource[]) =>
            new ServerEncryption(
                `${name}-${side}-encryption`,
                {
                    resourceGroupName: args[side].place.resourceGroupName,
                    serverName: servers[side].name,
                    key,
                    after,
                },
                { parent: this },
            );
        const secondary = encrypt("secondary", []);
        return [secondary, encrypt("primary", [secondary])];
    }

    private pools(name: string, args: ShardArgs, servers: Pair<SqlServer>): Pair<ElasticPool> {
        const poolName = args.primary.place.naming.local("elasticPool", undefined, roleOf(args));
        const pool = (side: Side, deletedWith?: pulumi.Resource) =>
            new ElasticPool(
                `${name}-${side}-pool`,
                {
                    place: args[side].place,
                    serverName: servers[side].name,
                    poolName,
                    size: args.pool,
                    workspaceId: args[side].workspaceId,
                    deletedWith,
                },
                { parent: this },
            );
        // The copies in it are Azure's, not ours to delete: 400 ElasticPoolNotEmpty.
        return { primary: pool("primary"), secondary: pool("secondary", servers.secondary.server) };
    }

    private databases(name: string, args: ShardArgs, server: SqlServer, pool: ElasticPool): TenantDatabase[] {
        const { place, workspaceId } = args.primary;
        return sorted(args.tenants).map(
            ({ id }) =>
                new TenantDatabase(
                    `${name}-tenant-${id}`,
                    {
                        place,
                        workspaceId,
                        tenantId: id,
                        serverName: server.name,
                        poolId: pool.id,
                        zoneRedundant: args.pool.zoneRedundant,
                        backup: args.backup,
                    },
                    { parent: this },
                ),
        );
    }

    private failoverGroup(
        name: string,
        args: ShardArgs,
        servers: Pair<SqlServer>,
        databases: readonly TenantDatabase[],
        after: readonly pulumi.Resource[],
    ): FailoverGroup {
        return new FailoverGroup(
            `${name}-failover`,
            {
                place: args.primary.place,
                role: roleOf(args),
                serverName: servers.primary.name,
                partnerServerId: servers.secondary.id,
                databaseIds: databases.map((database) => database.id),
                after,
            },
            { parent: this },
        );
    }

    private copies(name: string, args: ShardArgs, secondary: SqlServer, { group }: FailoverGroup): void {
        const { place, workspaceId } = args.secondary;
        const on = { server: secondary.server, serverId: secondary.id, serverName: secondary.name, group };
        for (const { id } of sorted(args.tenants)) {
            new TenantCopy(
                `${name}-tenant-${id}-copy`,
                { place, workspaceId, tenantId: id, backup: args.backup, ...on },
                { parent: this },
            );
        }
    }

    /** Each region reaches both servers, so that applications in either keep working on either side of a failover. */
    private links(name: string, args: ShardArgs, servers: Pair<SqlServer>): void {
        for (const from of SIDES) {
            for (const to of SIDES) {
                new PrivateLink(
                    `${name}-${from}-to-${to}`,
                    {
                        access: args[from].access,
                        service: "sqlServer",
                        targetId: servers[to].id,
                        role: `sql-${args.shard}-${to}`,
                    },
                    { parent: this },
                );
            }
        }
    }
}

const SIDES = ["primary", "secondary"] as const;
type Side = (typeof SIDES)[number];
type Pair<T> = Readonly<Record<Side, T>>;

const roleOf = ({ shard }: ShardArgs): string => `shard-${shard}`;

/** The order of the tenant file is not a change of the failover group. */
const sorted = (tenants: readonly Tenant[]): Tenant[] => [...tenants].sort((a, b) => (a.id < b.id ? -1 : 1));
