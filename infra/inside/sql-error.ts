/** How far it came. */
export type Obstacle =
    /** Whoever runs this has no token. */
    | "no-token"
    /** No session: the server was not reached, or did not let this machine or this identity in. */
    | "no-session"
    /** No session: who answered has no certificate that this machine trusts for the server. */
    | "not-trusted"
    /** A session was cut off: whether its last batch was carried out is not known, but never a part of it. */
    | "cut-off"
    /** The server answered with an error. */
    | "refused";

/** What stood between us and a database; its message is the server's or the network's, and never holds a token. */
export class SqlError extends Error {
    override readonly name = "SqlError";

    /** @param numbers of the errors that the server answered, in its order; none where it did not answer */
    constructor(
        message: string,
        readonly obstacle: Obstacle,
        readonly numbers: readonly number[] = [],
    ) {
        super(message);
    }
}
