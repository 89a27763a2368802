import { sourceOf } from "../azure/geo-secondaries";
import { lastOf, parentId, sameText, within } from "../azure/refusals/ids";
import { Mistake } from "../mistake";
import type { SqlDrift } from "./parse-sql-fault";
import { Session } from "./session";
import type { SqlWorld } from "./sql-world";

/**
 * Changes databases from inside, as somebody with the administrators' rights would; a copy shows what its original holds.
 *
 * @throws Mistake where no such database is up, or the statement is refused
 */
export async function applySqlDrift(
    world: SqlWorld,
    drifts: readonly SqlDrift[],
    own?: readonly string[],
): Promise<void> {
    for (const { database, sql } of drifts) {
        const found = world.cloud
            .all("Microsoft.Sql/servers/databases")
            .filter((one) => sameText(lastOf(one.id), database) && sourceOf(one) === undefined)
            .filter(({ id }) => own === undefined || own.some((scope) => within(id, scope)));
        if (found.length === 0) {
            throw new Mistake(
                `--faults: drift sql ${database}: no such database is up in the environments of this run`,
            );
        }
        for (const { id } of found) {
            const session = new Session(world, { serverId: parentId(id), databaseId: id });
            const { answers } = await session.batch(sql);
            session.end();
            const error = answers.find((answer) => answer.error !== undefined)?.error;
            if (error !== undefined) {
                throw new Mistake(
                    `--faults: drift sql ${database}: SQL Server answers ${error.number}: ${error.message}`,
                );
            }
        }
    }
}
