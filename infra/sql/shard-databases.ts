import type * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { DatabaseCopy } from "../inside/database-copy";
import type { Place } from "../place";
import { databaseId } from "./database-id";
import { DatabaseSafeguards, type DatabaseSafeguardsArgs } from "./database-safeguards";
import type { ElasticPool } from "./elastic-pool";
import { FailoverGroup } from "./failover-group";
import {
    otherRole,
    type PerRole,
    type ServerRole,
    type ShardArgs,
    shardPool,
    shardRole,
    sortedTenants,
    type Tenant,
} from "./shard-args";
import { SERVER_DOMAIN, type SqlServer } from "./sql-server";
import { TenantDatabase } from "./tenant-database";
import { databaseName } from "./tenant-id";

export interface ShardDatabasesArgs {
    readonly shard: ShardArgs;
    readonly servers: PerRole<SqlServer>;
    readonly pools: PerRole<ElasticPool>;
    /** After it the servers are reached by T-SQL. */
    readonly linked: pulumi.Resource;
    readonly parent: pulumi.Resource;
}

export interface ShardDatabases {
    readonly failover: FailoverGroup;
    /** By the tenant's id. */
    readonly databases: ReadonlyMap<string, sql.Database>;
}

/** The databases on the active server, the group that copies them to the other one, the copies, and what keeps both safe. */
export function shardDatabases(name: string, args: ShardDatabasesArgs): ShardDatabases {
    const { shard, servers, pools, parent } = args;
    const active = shard.activeRegion;
    const other = otherRole(active);
    const safeguards = (role: ServerRole, tenant: Tenant, origin: Origin) =>
        new DatabaseSafeguards(
            `${name}-tenant-${tenant.id}-${role}`,
            {
                place: placeOf(tenant, shard[role].place),
                workspaceId: shard[role].workspaceId,
                tenantId: tenant.id,
                serverId: servers[role].id,
                serverName: servers[role].name,
                backup: shard.backup,
                ...origin,
            },
            { parent },
        );
    const created = sortedTenants(shard).map((tenant) => {
        const { database, encryption } = tenantDatabase(name, tenant, args);
        const origin = { origin: database, after: encryption, deletedWith: database };
        return { tenant, database, last: safeguards(active, tenant, origin).lastPolicy };
    });
    // A shard without tenants has nothing else that waits for the active pool.
    const filled = created.length > 0 ? created.map(({ last }) => last) : [pools[active].pool];
    const failover = failoverGroup(name, args, created, [pools[other].pool, ...filled]);
    const { group } = failover;
    for (const { tenant, database } of created) {
        const copy = databaseCopy(name, tenant, args, [group, database, args.linked]);
        safeguards(other, tenant, { origin: group, after: copy, deletedWith: servers[other].server });
    }
    return { failover, databases: new Map(created.map(({ tenant, database }) => [tenant.id, database])) };
}

type Origin = Pick<DatabaseSafeguardsArgs, "origin" | "after" | "deletedWith">;

const placeOf = ({ released }: Tenant, place: Place): Place => ({ ...place, protect: place.protect && !released });

function tenantDatabase(name: string, tenant: Tenant, { shard, servers, pools, parent }: ShardDatabasesArgs) {
    const active = shard.activeRegion;
    return new TenantDatabase(
        `${name}-tenant-${tenant.id}`,
        {
            place: placeOf(tenant, shard[active].place),
            tenantId: tenant.id,
            serverName: servers[active].name,
            // By its server, not by the pool's own id: that would be two ways more to all that comes before the pool.
            poolId: pulumi.interpolate`${servers[active].id}/elasticPools/${shardPool(shard)}`,
            after: [pools[active].pool],
            zoneRedundant: shard.pool.zoneRedundant,
        },
        { parent },
    );
}

function databaseCopy(
    name: string,
    tenant: Tenant,
    { shard, servers, parent }: ShardDatabasesArgs,
    dependsOn: pulumi.Resource[],
): DatabaseCopy {
    const { protect } = placeOf(tenant, shard.primary.place);
    return new DatabaseCopy(
        `${name}-tenant-${tenant.id}-copy`,
        {
            servers: [servers.primary, servers.secondary].map(
                (server) => pulumi.interpolate`${server.name}.${SERVER_DOMAIN}`,
            ),
            database: databaseName(tenant.id),
            directory: shard.administrators.tenantId,
        },
        // With all of the shard the copy goes by itself; by T-SQL it could not, while the group still holds its database.
        { parent, protect, dependsOn, deletedWith: servers.secondary.server },
    );
}

function failoverGroup(
    name: string,
    { shard, servers, parent }: ShardDatabasesArgs,
    created: readonly { readonly tenant: Tenant; readonly database: sql.Database }[],
    after: readonly pulumi.Resource[],
): FailoverGroup {
    const active = shard.activeRegion;
    const serverId = servers[active].id;
    return new FailoverGroup(
        `${name}-failover`,
        {
            place: shard[active].place,
            role: shardRole(shard),
            serverName: servers[active].name,
            partnerServerId: servers[otherRole(active)].id,
            databaseIds: created.map(({ tenant, database }) =>
                databaseId({ serverId, tenantId: tenant.id, origin: database }),
            ),
            after,
        },
        { parent },
    );
}
