import { PlainError } from "./plain-error";

/** Longest name that SQL Server knows, in units of UTF-16 (sysname, learn.microsoft.com). */
const LONGEST_NAME = 128;

/**
 * A name as T-SQL takes it for a name whatever stands in it: as QUOTENAME does, in brackets, each closing one doubled.
 *
 * @throws PlainError for what cannot be a name: nothing, more than 128 units of UTF-16, NUL, half of a surrogate pair.
 */
export function quoteName(name: string): string {
    const mistake = nameMistake(name);
    if (mistake !== undefined) {
        throw new PlainError(`${JSON.stringify(name)} is no name inside a database: ${mistake}`);
    }
    return `[${name.replaceAll("]", "]]")}]`;
}

function nameMistake(name: string): string | undefined {
    if (name.length === 0) {
        return "it is empty; give 1 to 128 characters";
    }
    if (name.length > LONGEST_NAME) {
        return `it has ${name.length} characters; at most ${LONGEST_NAME} are allowed`;
    }
    if (name.includes("\0")) {
        return "it has the character NUL; leave it out";
    }
    // It would not survive the way through UTF-8, and two names would become one.
    return /\p{Surrogate}/u.test(name) ? "it has half of a character (a lone surrogate); write it whole" : undefined;
}
