import type { dynamic } from "@pulumi/pulumi";
import { bothSides, type CopyInputs } from "./copy-sides";
import { copyHost } from "./geo-link";
import { pause } from "./pause";
import { PlainError } from "./plain-error";
import { isKnown, isOther } from "./reached-otherwise";
import { removeCopy } from "./remove-copy";
import { haveSameItems } from "./same-items";

export interface CopyState extends CopyInputs {
    /** Host that holds the copy; after a failover a refresh finds the other one, which is no change. */
    readonly copyOn: string;
}

/** In seconds, for a copy to have its link once the failover group is there. */
const PAUSES = [5, 10, 15, 30, 30, 30] as const;

/** Knows the copy that a failover group made, and takes it away. It makes none. */
export const provider: dynamic.ResourceProvider<CopyInputs, CopyState> = {
    create: async (inputs) => ({ id: inputs.database, outs: await known(inputs, "is not known") }),
    read: async (id, state): Promise<dynamic.ReadResult<CopyState>> => {
        const copy = state as CopyState;
        const sides = await bothSides(copy, told(copy, "is not read"));
        const linked = copyHost(sides);
        const isLeft = sides.every(({ exists }) => exists) && sides.some(({ host }) => host === copy.copyOn);
        // Two databases without a link: the copy was there and was not dropped.
        return linked === undefined && !isLeft ? {} : { id, props: { ...copy, copyOn: linked ?? copy.copyOn } };
    },
    diff: async (_id, olds, news) => {
        const replaces = olds.database === news.database ? [] : ["database"];
        return { changes: replaces.length > 0 || isElsewhere(olds, news), replaces };
    },
    update: async (_id, _olds, inputs) => ({ outs: await known(inputs, "is not known") }),
    delete: (_id, state) => removeCopy(state, state.copyOn, told(state, "is not removed")),
};

const told = ({ database, servers }: CopyInputs, undone: string): string =>
    `The copy of database '${database}' (on ${servers.join(" or ")}) ${undone}`;

/** Servers of other names: the old outputs would lead a refresh to those that are gone. */
const isElsewhere = (olds: CopyInputs, news: CopyInputs): boolean =>
    isOther(olds.directory, news.directory) || (isKnown(news.servers) && !haveSameItems(olds.servers, news.servers));

async function known(inputs: CopyInputs, undone: string): Promise<CopyState> {
    for (const seconds of PAUSES) {
        const copyOn = copyHost(await bothSides(inputs, told(inputs, undone)));
        if (copyOn !== undefined) {
            return { ...inputs, copyOn };
        }
        await pause(seconds);
    }
    throw new PlainError(
        `${told(inputs, undone)}: neither server tells of a link to the other. Look whether the failover group holds the database, and run the same command again.`,
    );
}
