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
    /** Read-write listener of the failover group. */
    readonly host: pulumi.Output<string>;
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
        const group = this.tenants(name, args, servers, pools, encryption);
        this.links(name, args, servers, pools);
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

    private server(name: string, args: ShardArgs, role: ServerRole): SqlServer {
        const { place, workspaceId } = args[role];
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

    private encryption(name: string, args: ShardArgs, servers: PerRole<SqlServer>): ServerEncryption[] {
        const { key } = args;
        if (!key) {
            return [];
        }
        const encrypt = (role: ServerRole, after: readonly pulumi.Resource[]) => {
            const { resourceGroupName, protect } = args[role].place;
            return new ServerEncryption(
                `${name}-${role}-encryption`,
                { resourceGroupName, protect, serverName: servers[role].name, key, after: [servers[role], ...after] },
                { parent: this },
            );
        };
        const secondary = encrypt("secondary", []);
        return [secondary, encrypt("primary", [secondary])];
    }

    private pools(
        name: string,
        args: ShardArgs,
        servers: PerRole<SqlServer>,
        encryption: readonly pulumi.Resource[],
    ): PerRole<ElasticPool> {
        const poolName = args.primary.place.naming.local("elasticPool", undefined, roleOf(args));
        return perRole((role) => {
            const { name: serverName, server } = servers[role];
            const { place, workspaceId } = args[role];
            return new ElasticPool(
                `${name}-${role}-pool`,
                {
                    place,
                    workspaceId,
                    serverName,
                    poolName,
                    size: args.pool,
                    // Which of its databases are copies changes with a failover, and copies are Azure's: 400 ElasticPoolNotEmpty.
                    deletedWith: server,
                    after: [servers[role], ...encryption],
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
        encryption: readonly pulumi.Resource[],
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
            const { database, encryption: own } = this.database(name, args, tenant, servers, pools, encryption);
            const origin = { origin: database, after: [own], deletedWith: database };
            return { tenant, database, settings: [own, ...safeguards(active, tenant, origin).policies] };
        });
        const group = this.failoverGroup(name, args, servers, created, [
            ...Object.values(pools),
            ...encryption,
            ...created.flatMap(({ settings }) => settings),
        ]);
        for (const { tenant } of created) {
            safeguards(other, tenant, { origin: group.group, after: [], deletedWith: servers[other].server });
        }
        return group;
    }

    private database(
        name: string,
        args: ShardArgs,
        { id }: Tenant,
        servers: PerRole<SqlServer>,
        pools: PerRole<ElasticPool>,
        after: readonly pulumi.Resource[],
    ): TenantDatabase {
        const active = args.activeRegion;
        return new TenantDatabase(
            `${name}-tenant-${id}`,
            {
                place: args[active].place,
                tenantId: id,
                serverName: servers[active].name,
                poolId: pools[active].id,
                zoneRedundant: args.pool.zoneRedundant,
                after,
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
        let after: readonly pulumi.Resource[] = Object.values(pools);
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

const roleOf = ({ shard }: ShardArgs): string => `shard-${shard}`;

/** The order of the tenant file is not a change of the failover group. */
const sorted = (tenants: readonly Tenant[]): Tenant[] => [...tenants].sort((a, b) => (a.id < b.id ? -1 : 1));
