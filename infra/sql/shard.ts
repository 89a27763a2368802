import type * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { PrivateLink } from "../network/private-link";
import { databaseId } from "./database-id";
import { DatabaseSafeguards, type DatabaseSafeguardsArgs } from "./database-safeguards";
import { ElasticPool } from "./elastic-pool";
import { FailoverGroup } from "./failover-group";
import { refuseMistakes } from "./mistakes";
import { ServerEncryption } from "./server-encryption";
import { type PerRole, SERVER_ROLES, type ServerRole, type ShardArgs, type Tenant } from "./shard-args";
import { shardMistakes } from "./shard-rules";
import { SqlServer } from "./sql-server";
import { TenantDatabase } from "./tenant-database";

/**
 * The databases of at most a hundred tenants: a pair of SQL servers in two regions, a pool on each, one failover group, and
 * private endpoints from both regions to both servers.
 *
 * Names tell by role, `primary` or `secondary`, where a thing is, never which side is active: a failover renames nothing. What
 * changes one server comes one after the other (409 ConflictingServerOperation is not repeated): audit, firewall, key, protector,
 * pool, databases.
 *
 * @throws Refusal with every mistake in the arguments at once.
 */
export class Shard extends pulumi.ComponentResource {
    /** Read-write listener of the failover group; it answers once the {@link group} is there. */
    readonly host: pulumi.Output<string>;
    readonly group: pulumi.Resource;
    readonly readOnlyHost: pulumi.Output<string>;
    readonly failoverGroupId: pulumi.Output<string>;
    readonly primaryServerId: pulumi.Output<string>;
    readonly secondaryServerId: pulumi.Output<string>;

    constructor(name: string, args: ShardArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:Shard", name, {}, opts);
        refuseMistakes(`shard '${args.shard}'`, shardMistakes(args));
        const servers = perRole((role) => this.server(`${name}-${role}`, args, role));
        const encryption = this.encryption(name, args, servers);
        const pools = this.pools(name, args, servers, encryption);
        const { group, host, readOnlyHost } = this.tenants(name, args, servers, pools);
        this.links(name, args, servers, pools);
        this.group = group;
        this.host = host;
        this.readOnlyHost = readOnlyHost;
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

    private server(name: string, args: ShardArgs, role: ServerRole): SqlServer {
        const { place, workspaceId } = args[role];
        const { administrators, alertEmails, firewall, tenantFirewall, key } = args;
        return new SqlServer(
            name,
            {
                place,
                workspaceId,
                role: roleOf(args),
                administrators,
                alertEmails,
                firewall,
                tenantFirewall,
                identityId: key?.identityId,
                identity: key?.identity,
            },
            { parent: this },
        );
    }

    /** What changes each server last before it gets a pool: with a key that is the primary's protector, after all else on both. */
    private encryption(name: string, args: ShardArgs, servers: PerRole<SqlServer>): PerRole<pulumi.Resource> {
        const { key } = args;
        if (!key) {
            return perRole((role) => servers[role].last);
        }
        const encrypt = (role: ServerRole, before: pulumi.Resource | undefined) => {
            const { resourceGroupName, protect } = args[role].place;
            const after = [servers[role].last, ...(before ? [before] : [])];
            return new ServerEncryption(
                `${name}-${role}-encryption`,
                { resourceGroupName, protect, serverName: servers[role].name, key, after },
                { parent: this },
            );
        };
        const { last } = encrypt("primary", encrypt("secondary", key.grant).last);
        return perRole(() => last);
    }

    private pools(
        name: string,
        args: ShardArgs,
        servers: PerRole<SqlServer>,
        after: PerRole<pulumi.Resource>,
    ): PerRole<ElasticPool> {
        return perRole((role) => {
            const { name: serverName, server } = servers[role];
            const { place, workspaceId } = args[role];
            return new ElasticPool(
                `${name}-${role}-pool`,
                {
                    place,
                    workspaceId,
                    serverName,
                    poolName: poolName(args),
                    size: args.pool,
                    // Which of its databases are copies changes with a failover, and copies are Azure's: 400 ElasticPoolNotEmpty.
                    deletedWith: server,
                    after: [after[role]],
                },
                { parent: this },
            );
        });
    }

    /** The databases on the active server, the group that copies them to the other one, and what keeps both safe. */
    private tenants(
        name: string,
        args: ShardArgs,
        servers: PerRole<SqlServer>,
        pools: PerRole<ElasticPool>,
    ): FailoverGroup {
        const active = args.activeRegion;
        const other = otherThan(active);
        const safeguards = (role: ServerRole, { id }: Tenant, origin: Origin) =>
            new DatabaseSafeguards(
                `${name}-tenant-${id}-${role}`,
                {
                    place: args[role].place,
                    workspaceId: args[role].workspaceId,
                    tenantId: id,
                    serverId: servers[role].id,
                    serverName: servers[role].name,
                    backup: args.backup,
                    ...origin,
                },
                { parent: this },
            );
        const created = sorted(args.tenants).map((tenant) => {
            const { database, encryption } = this.database(name, args, tenant, servers, pools);
            const origin = { origin: database, after: encryption, deletedWith: database };
            return { tenant, database, last: safeguards(active, tenant, origin).lastPolicy };
        });
        // A shard without tenants has nothing else that waits for the active pool.
        const filled = created.length > 0 ? created.map(({ last }) => last) : [pools[active].pool];
        const after = [pools[other].pool, ...filled];
        const made = this.failoverGroup(name, args, servers, created, after);
        const { group } = made;
        for (const { tenant } of created) {
            safeguards(other, tenant, { origin: group, after: group, deletedWith: servers[other].server });
        }
        return made;
    }

    private database(
        name: string,
        args: ShardArgs,
        { id }: Tenant,
        servers: PerRole<SqlServer>,
        pools: PerRole<ElasticPool>,
    ): TenantDatabase {
        const active = args.activeRegion;
        return new TenantDatabase(
            `${name}-tenant-${id}`,
            {
                place: args[active].place,
                tenantId: id,
                serverName: servers[active].name,
                // By its server, not by the pool's own id: that would be two ways more to all that comes before the pool.
                poolId: pulumi.interpolate`${servers[active].id}/elasticPools/${poolName(args)}`,
                after: [pools[active].pool],
                zoneRedundant: args.pool.zoneRedundant,
            },
            { parent: this },
        );
    }

    private failoverGroup(
        name: string,
        args: ShardArgs,
        servers: PerRole<SqlServer>,
        created: readonly { tenant: Tenant; database: sql.Database }[],
        after: readonly pulumi.Resource[],
    ): FailoverGroup {
        const active = args.activeRegion;
        const serverId = servers[active].id;
        return new FailoverGroup(
            `${name}-failover`,
            {
                place: args[active].place,
                role: roleOf(args),
                serverName: servers[active].name,
                partnerServerId: servers[otherThan(active)].id,
                databaseIds: created.map(({ tenant, database }) =>
                    databaseId({ serverId, tenantId: tenant.id, origin: database }),
                ),
                after,
            },
            { parent: this },
        );
    }

    /**
     * Each region reaches both servers, so that applications in either keep working on either side of a failover. One endpoint at a
     * time, after all else that changes the servers: two on one server or in one subnet meet a 409 that is not repeated.
     */
    private links(name: string, args: ShardArgs, servers: PerRole<SqlServer>, pools: PerRole<ElasticPool>): void {
        let after: readonly pulumi.Resource[] = Object.values(pools).map(({ pool }) => pool);
        for (const from of SERVER_ROLES) {
            for (const to of SERVER_ROLES) {
                const link = new PrivateLink(
                    `${name}-${from}-to-${to}`,
                    {
                        access: args[from].access,
                        service: "sqlServer",
                        targetId: servers[to].id,
                        role: `sql-${args.shard}-${to}`,
                        after,
                    },
                    { parent: this },
                );
                after = [link.last];
            }
        }
    }
}

type Origin = Pick<DatabaseSafeguardsArgs, "origin" | "after" | "deletedWith">;

const perRole = <T>(make: (role: ServerRole) => T): PerRole<T> => ({
    primary: make("primary"),
    secondary: make("secondary"),
});

const otherThan = (role: ServerRole): ServerRole => (role === "primary" ? "secondary" : "primary");

/** The same on both servers. */
const poolName = (args: ShardArgs): string => args.primary.place.naming.local("elasticPool", undefined, roleOf(args));

const roleOf = ({ shard }: ShardArgs): string => `shard-${shard}`;

/** The order of the tenant file is not a change of the failover group. */
const sorted = (tenants: readonly Tenant[]): Tenant[] => [...tenants].sort((a, b) => (a.id < b.id ? -1 : 1));
