import type { PlanResource } from "../plan/plan";
import { inputAt, type PlannedResources, regionOf } from "../plan/planned-resources";
import type { LevelId } from "./service-levels";
import { allOf, type Joined, part } from "./way";

/**
 * The server whose databases applications write to: that of the failover group. Its partner counts for nothing here, since nobody but an
 * operator decides to fail over, and the databases are away until then.
 */
export function activeServer(plan: PlannedResources): PlanResource | undefined {
    const [group] = plan.ofType("sql:FailoverGroup");
    const [server] = group ? plan.references(group, "serverName", "sql:Server") : plan.ofType("sql:Server");
    return server;
}

/** What must work for a customer's database to answer. */
export function databaseWay(plan: PlannedResources): Joined {
    const server = activeServer(plan);
    if (!server) {
        return allOf("database", [part("a SQL server, of which the plan has none")]);
    }
    const pools = plan.referrers(server, "serverName", "sql:ElasticPool");
    const keys = plan
        .referrers(server, "serverName", "sql:EncryptionProtector")
        .filter((protector) => inputAt(protector, "serverKeyType") === "AzureKeyVault");
    const name = `databases in ${regionOf(server)}`;
    return allOf(name, [
        ...pools.map((pool) => part(`${pool.name} (${tierOf(pool)})`, levelOf(pool))),
        ...(pools.length === 0 ? [part("databases outside a pool", "sql")] : []),
        // Without its key a database closes within minutes.
        ...(keys.length > 0 ? [part("vault with the key of the databases", "key-vault")] : []),
    ]);
}

const isZonal = (pool: PlanResource): boolean => inputAt(pool, "zoneRedundant") === true;

function levelOf(pool: PlanResource): LevelId {
    if (!isZonal(pool)) {
        return "sql";
    }
    return inputAt(pool, "sku", "tier") === "BusinessCritical" ? "sql-critical-zonal" : "sql-general-zonal";
}

const tierOf = (pool: PlanResource): string =>
    `${String(inputAt(pool, "sku", "tier"))}, ${isZonal(pool) ? "" : "not "}zone redundant`;
