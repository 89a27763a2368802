/** A user's mistake: its message says where, what was found, what is allowed and what to do. Shown without a stack trace. */
export class WrongUse extends Error {
    override readonly name = "WrongUse";
}
