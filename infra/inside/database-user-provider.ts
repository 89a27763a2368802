import type { dynamic } from "@pulumi/pulumi";
import type { Where } from "./connection";
import { type FoundUser, findUser } from "./found-user";
import { inDatabase, inDatabaseIfThere } from "./in-database";
import { OWNER_ADVICE } from "./owner-advice";
import { quoteName } from "./quote-name";
import { reachedOtherwise } from "./reached-otherwise";
import { haveSameItems } from "./same-items";
import type { Session } from "./session";
import { transaction } from "./transaction";
import type { Errand } from "./unreachable";
import { type DeclaredUser, userChanges } from "./user-changes";

/** After a refresh `kind`, `entraId`, `roles` and `grants` say what is there, and may be other than can be declared. */
export interface UserState extends Where, Omit<DeclaredUser, "kind"> {
    readonly kind: string;
}

type UserInputs = Where & DeclaredUser;

/** A user of one database. Each step looks at what is there first, so that it can be done again after it was cut off. */
export const provider: dynamic.ResourceProvider<UserInputs, UserState> = {
    create: async (inputs) => ({
        id: `${inputs.database}/${inputs.userName}`,
        outs: await make(inputs, "is not made"),
    }),
    read: async (id, state): Promise<dynamic.ReadResult<UserState>> => {
        const known = state as UserState;
        const found = await inDatabaseIfThere(errand(known, "is not read"), (session) =>
            findUser(session, known.userName),
        );
        if (found === undefined) {
            return {};
        }
        const props = asFound(known, found);
        // As inputs too: a preview compares those, and shows what is other than declared.
        return { id, props, inputs: props };
    },
    diff: async (_id, olds, news) => {
        const replaces = (["database", "userName"] as const).filter((key) => olds[key] !== news[key]);
        return {
            changes: replaces.length > 0 || isOtherwise(olds, news) || reachedOtherwise(olds, news),
            replaces,
            // Two users of one database cannot have one SID.
            deleteBeforeReplace: true,
        };
    },
    update: async (_id, _olds, inputs) => ({ outs: await make(inputs, "is not changed") }),
    delete: async (_id, state) => {
        await inDatabaseIfThere(errand(state, "is not removed"), (session) => remove(session, state.userName));
    },
};

const errand = ({ host, database, directory, userName }: UserState, undone: string): Errand => ({
    ...{ host, database, directory },
    undone: `User '${userName}' of database '${database}' ${undone}`,
    advice: {
        15063: "Another user of this database has the same id in Entra ID: remove that one (DROP USER), then run the same command again.",
        ...OWNER_ADVICE,
    },
});

const make = (inputs: UserInputs, undone: string): Promise<UserState> =>
    inDatabase(errand(inputs, undone), async (session) => {
        const changes = userChanges(await findUser(session, inputs.userName), inputs);
        if (changes.length > 0) {
            await session.batch(transaction(changes));
        }
        return inputs;
    });

async function remove(session: Session, name: string): Promise<void> {
    const found = await findUser(session, name);
    if (found !== undefined && !found.isFixed) {
        await session.batch(transaction([`DROP USER IF EXISTS ${quoteName(name)}`]));
    }
}

/** What is there, in the words of what is declared: where both say the same, the state stays as it is. */
function asFound(known: UserState, { kind, type, entraId, roles, rights, mayConnect }: FoundUser): UserState {
    const grants = [...(mayConnect ? [] : ["no CONNECT"]), ...rights.map(({ shown }) => shown)];
    return {
        ...known,
        kind: kind === "other" ? `type ${type}` : kind,
        entraId: entraId.toLowerCase() === known.entraId.toLowerCase() ? known.entraId : entraId,
        roles: haveSameItems(roles, known.roles) ? known.roles : roles,
        grants: haveSameItems(grants, known.grants) ? known.grants : grants,
    };
}

const isOtherwise = (found: UserState, declared: UserInputs): boolean =>
    found.kind !== declared.kind ||
    found.entraId.toLowerCase() !== declared.entraId.toLowerCase() ||
    !haveSameItems(found.roles, declared.roles) ||
    !haveSameItems(found.grants, declared.grants);
