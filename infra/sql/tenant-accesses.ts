import type * as sql from "@pulumi/azure-native/sql";
import type * as pulumi from "@pulumi/pulumi";
import { DatabaseFirewallRule } from "../inside/database-firewall-rule";
import { DatabaseGuard } from "../inside/database-guard";
import { DatabaseUser, type DatabaseUserArgs } from "../inside/database-user";
import type { InsideArgs } from "../inside/inside-args";
import { type ShardArgs, sortedTenants, type Tenant } from "./shard-args";
import { databaseName } from "./tenant-id";

export interface TenantAccessesArgs {
    readonly shard: ShardArgs;
    /** Listener of the failover group. */
    readonly host: pulumi.Input<string>;
    /** The group, behind whose listener the databases are, and the last way to the servers. */
    readonly after: readonly pulumi.Resource[];
    /** By the tenant's id. */
    readonly databases: ReadonlyMap<string, sql.Database>;
    readonly parent: pulumi.Resource;
}

/**
 * Who gets into the database of each tenant, and from where: the application, the tenant's own addresses and its own readers. Of one tenant
 * nothing lies in the database of another, and nothing on the server.
 */
export function tenantAccesses(name: string, args: TenantAccessesArgs): void {
    for (const tenant of sortedTenants(args.shard)) {
        tenantAccess(`${name}-tenant-${tenant.id}`, tenant, args);
    }
}

function tenantAccess(name: string, tenant: Tenant, { shard, host, after, databases, parent }: TenantAccessesArgs) {
    const inside = { host, database: databaseName(tenant.id), directory: shard.administrators.tenantId };
    // They go with their database.
    const opts = { parent, dependsOn: [...after], deletedWith: databases.get(tenant.id) };
    const users = tenant.active ? usersOf(tenant, shard) : [];
    const ranges = tenant.active ? tenant.addresses : [];
    new DatabaseGuard(
        `${name}-guard`,
        { ...inside, users: users.map(({ user }) => user.userName), rules: ranges.map((range) => range.name) },
        opts,
    );
    for (const { key, user } of users) {
        new DatabaseUser(`${name}-${key}`, { ...inside, ...user }, opts);
    }
    for (const range of ranges) {
        new DatabaseFirewallRule(`${name}-address-${range.name}`, { ...inside, range }, opts);
    }
}

interface NamedUser {
    /** Tells it apart in the logical name. */
    readonly key: string;
    readonly user: Omit<DatabaseUserArgs, keyof InsideArgs>;
}

function usersOf({ reader }: Tenant, { application }: ShardArgs): readonly NamedUser[] {
    const own: NamedUser = {
        key: "application",
        user: {
            userName: application.name,
            kind: "managed-identity",
            entraId: application.clientId,
            roles: ["db_datareader", "db_datawriter"],
            grants: ["EXECUTE"],
        },
    };
    if (reader === undefined) {
        return [own];
    }
    const { group: userName, objectId: entraId } = reader;
    return [own, { key: "reader", user: { userName, kind: "group", entraId, roles: ["db_datareader"], grants: [] } }];
}
