import { type SideOfLink, sideOfLink } from "./geo-link";
import { inDatabase } from "./in-database";
import type { Session } from "./session";
import type { Errand } from "./unreachable";

/** A database and its copy, as it is declared. */
export interface CopyInputs {
    /** Host names of both servers. */
    readonly servers: readonly string[];
    readonly database: string;
    readonly directory: string;
}

export type Sides = readonly [SideOfLink, SideOfLink];

/** Something in `master` of one of the servers. */
export const inMaster = <T>(
    { directory }: CopyInputs,
    host: string,
    undone: string,
    work: (session: Session) => Promise<T>,
): Promise<T> => inDatabase({ host, database: "master", directory, undone } satisfies Errand, work);

/** @param undone said where a server cannot be asked */
export function bothSides(inputs: CopyInputs, undone: string): Promise<Sides> {
    const [one = "", other = ""] = inputs.servers;
    const ask = (host: string, partner: string) =>
        inMaster(inputs, host, undone, (session) => sideOfLink(session, host, partner, inputs.database));
    return Promise.all([ask(one, other), ask(other, one)]);
}
