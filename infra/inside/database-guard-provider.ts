import type { dynamic } from "@pulumi/pulumi";
import { type GuardInputs, type GuardState, inputsAsFound, isOtherwise, stateOf } from "./guard/guard-state";
import { guardedDatabase } from "./guard/guarded-database";
import { keepGuarded } from "./guard/keep-guarded";
import { DROP_GUARD } from "./guard/trigger";
import { inDatabase, inDatabaseIfThere } from "./in-database";
import { OWNER_ADVICE } from "./owner-advice";
import { reachedOtherwise } from "./reached-otherwise";
import type { Errand } from "./unreachable";

export const provider: dynamic.ResourceProvider<GuardInputs, GuardState> = {
    create: async (inputs) => ({ id: inputs.database, outs: await guard(inputs) }),
    read: async (id, state): Promise<dynamic.ReadResult<GuardState>> => {
        const known = state as GuardState;
        const found = await inDatabaseIfThere(errand(known, "read"), guardedDatabase);
        if (found === undefined) {
            return {};
        }
        const inputs = inputsAsFound(known, found);
        // As inputs too: a preview compares those, and shows who is a stranger. The SDK takes them for outputs by type.
        return { id, props: stateOf(inputs, found), inputs: inputs as GuardState };
    },
    diff: async (_id, found, declared) => {
        const replaces = found.database === declared.database ? [] : ["database"];
        const changes = replaces.length > 0 || isOtherwise(found, declared) || reachedOtherwise(found, declared);
        return { changes, replaces };
    },
    update: async (_id, _found, inputs) => ({ outs: await guard(inputs) }),
    delete: async (_id, state) => {
        await inDatabaseIfThere(errand(state, "taken away"), (session) => session.batch(DROP_GUARD));
    },
};

/** What is declared, and not what was found: of the declared users and rules some come after the guard. */
const guard = async (inputs: GuardInputs): Promise<GuardState> =>
    stateOf(inputs, await inDatabase(errand(inputs, "put"), (session) => keepGuarded(session, inputs)));

const errand = ({ host, database, directory }: GuardInputs, done: string): Errand => ({
    host,
    database,
    directory,
    undone: `The guard of database '${database}' is not ${done}`,
    advice: OWNER_ADVICE,
});
