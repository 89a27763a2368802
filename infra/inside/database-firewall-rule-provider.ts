import type { dynamic } from "@pulumi/pulumi";
import type { Where } from "./connection";
import { type FoundRules, findRules, RULE_ADVICE, RULE_STATEMENTS } from "./found-rules";
import { inDatabase, inDatabaseIfThere } from "./in-database";
import { quoteName } from "./quote-name";
import { reachedOtherwise } from "./reached-otherwise";
import { endsOf, isSameRange, RULE_KINDS, type RuleEnds, rangeOf } from "./rule-ends";
import type { Session } from "./session";
import type { Errand } from "./unreachable";

export interface RuleState extends Where, RuleEnds {
    readonly ruleName: string;
}

/** A firewall rule inside one database. Each step looks at what is there first, so that it can be done again after it was cut off. */
export const provider: dynamic.ResourceProvider<RuleState, RuleState> = {
    create: async (inputs) => ({
        id: `${inputs.database}/${inputs.ruleName}`,
        outs: await make(inputs, "is not set"),
    }),
    read: async (id, state): Promise<dynamic.ReadResult<RuleState>> => {
        const known = state as RuleState;
        const found = await inDatabaseIfThere(errand(known, "is not read"), (session) =>
            findRules(session, known.ruleName),
        );
        if (found === undefined || RULE_KINDS.every((kind) => found[kind] === undefined)) {
            return {};
        }
        const props = asFound(known, found);
        // As inputs too: a preview compares those, and shows what is other than declared.
        return { id, props, inputs: props };
    },
    diff: async (_id, olds, news) => {
        const replaces = (["database", "ruleName"] as const).filter((key) => olds[key] !== news[key]);
        return { changes: replaces.length > 0 || hasOtherEnds(olds, news) || reachedOtherwise(olds, news), replaces };
    },
    update: async (_id, _olds, inputs) => ({ outs: await make(inputs, "is not changed") }),
    delete: async (_id, state) => {
        await inDatabaseIfThere(errand(state, "is not removed"), (session) => setEnds(session, state.ruleName, {}));
    },
};

const errand = ({ host, database, directory, ruleName }: RuleState, undone: string): Errand => ({
    ...{ host, database, directory },
    undone: `Firewall rule '${ruleName}' of database '${database}' ${undone}`,
    advice: RULE_ADVICE,
});

async function make(inputs: RuleState, undone: string): Promise<RuleState> {
    // It goes in as a value, and is held to what a name may be all the same.
    quoteName(inputs.ruleName);
    await inDatabase(errand(inputs, undone), (session) => setEnds(session, inputs.ruleName, inputs));
    return inputs;
}

/**
 * Makes the rules of a name those ends and no others. First what is declared, so that nobody who may come in is shut out meanwhile. Not in a
 * transaction: whether Azure lets these procedures into one is unverified, and each does all of its work.
 */
async function setEnds(session: Session, name: string, ends: RuleEnds): Promise<void> {
    const found = await findRules(session, name);
    for (const kind of RULE_KINDS) {
        const range = rangeOf(ends, kind);
        if (range !== undefined && !isSameRange(range, found[kind])) {
            const [start, end] = [{ varchar: range.start }, { varchar: range.end }];
            await session.query(RULE_STATEMENTS[kind].set, { name, start, end });
        }
    }
    for (const kind of RULE_KINDS.filter((one) => found[one] !== undefined && rangeOf(ends, one) === undefined)) {
        await session.query(RULE_STATEMENTS[kind].remove, { name });
    }
}

/** What is there; written as in the state where it is the same addresses. */
function asFound({ host, database, directory, ruleName, ...known }: RuleState, found: FoundRules): RuleState {
    const ends = RULE_KINDS.flatMap((kind) => {
        const [range, before] = [found[kind], rangeOf(known, kind)];
        return range === undefined ? [] : [endsOf(isSameRange(range, before) && before ? before : range, kind)];
    });
    return Object.assign({ host, database, directory, ruleName }, ...ends);
}

function hasOtherEnds(olds: RuleEnds, news: RuleEnds): boolean {
    return RULE_KINDS.some((kind) => !isSameRange(rangeOf(olds, kind), rangeOf(news, kind)));
}
