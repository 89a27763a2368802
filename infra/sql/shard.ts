import * as pulumi from "@pulumi/pulumi";
import { PrivateLink } from "../network/private-link";
import { ElasticPool } from "./elastic-pool";
import { refuseMistakes } from "./mistakes";
import { ServerEncryption } from "./server-encryption";
import {
    activeTenants,
    type PerRole,
    perRole,
    SERVER_ROLES,
    type ServerRole,
    type ShardArgs,
    shardPool,
    shardRole,
} from "./shard-args";
import { shardDatabases } from "./shard-databases";
import { shardMistakes } from "./shard-rules";
import { SqlServer } from "./sql-server";
import { tenantAccesses } from "./tenant-accesses";

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
        const linked = this.links(name, args, servers, pools);
        const made = shardDatabases(name, { shard: args, servers, pools, linked, parent: this });
        const { group, host, readOnlyHost } = made.failover;
        tenantAccesses(name, { shard: args, host, after: [group, linked], databases: made.databases, parent: this });
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
        const { administrators, alertEmails, firewall, key } = args;
        return new SqlServer(
            name,
            {
                place,
                workspaceId,
                role: shardRole(args),
                administrators,
                alertEmails,
                firewall,
                databaseFirewalls: activeTenants(args).flatMap(({ addresses }) => addresses),
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
                    poolName: shardPool(args),
                    size: args.pool,
                    // Which of its databases are copies changes with a failover, and copies are Azure's: 400 ElasticPoolNotEmpty.
                    deletedWith: server,
                    after: [after[role]],
                },
                { parent: this },
            );
        });
    }

    /**
     * Each region reaches both servers, so that applications in either keep working on either side of a failover. One endpoint at a
     * time, after all else that changes the servers: two on one server or in one subnet meet a 409 that is not repeated. Returns the last.
     */
    private links(
        name: string,
        args: ShardArgs,
        servers: PerRole<SqlServer>,
        pools: PerRole<ElasticPool>,
    ): pulumi.Resource {
        let last = pools.secondary.pool as pulumi.Resource;
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
                last = link.last;
                after = [last];
            }
        }
        return last;
    }
}
