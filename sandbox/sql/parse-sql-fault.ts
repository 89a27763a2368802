import { Mistake } from "../mistake";
import type { SqlFault } from "./sql-faults";

/** How a fault inside a database is written, within 80 columns. */
export const SQL_FAULTS_GRAMMAR = [
    "or inside databases, where T-SQL is spoken:",
    "  sql drop                 the connection breaks before a batch's COMMIT, or",
    "                           before its last statement that changes something",
    "  sql NUMBER               SQL Server answers this error, such as 40613",
    "then, where it happens:",
    "  n=N                      at the n-th batch that changes something; the first",
    "                           if left out",
    "  times=N|all              as often; once if left out",
    "  database=TEXT            only in databases with this in their name",
    "  reads | logins           at batches that only ask, or at logins, instead",
    "  after                    when it is done, with the answer lost",
    "or a change that somebody else made inside a database before the run:",
    "  drift sql DATABASE STATEMENT",
] as const;

/** A change that somebody else makes inside the databases of a name. */
export interface SqlDrift {
    readonly database: string;
    readonly sql: string;
}

/**
 * Reads what stands behind `sql`.
 *
 * @throws Mistake that says which word is not understood
 */
export function parseSqlFault([kind = "", ...words]: readonly string[]): SqlFault {
    const text = ["sql", kind, ...words].join(" ");
    if (kind !== "drop" && !/^[1-9]\d{2,4}$/.test(kind)) {
        throw new Mistake(`'${text}' says neither 'drop' nor the number of an error`);
    }
    let fault: SqlFault = {
        ...{ text, kind: kind === "drop" ? kind : Number(kind) },
        ...{ at: "change", call: 1, times: 1, after: false },
    };
    for (const word of words) {
        fault = { ...fault, ...parseWord(word, text) };
    }
    return fault;
}

const WORDS: Readonly<Record<string, Partial<SqlFault>>> = {
    reads: { at: "read" },
    logins: { at: "login" },
    after: { after: true },
};

function parseWord(word: string, text: string): Partial<SqlFault> {
    const [, key, value = ""] = /^(n|times|database)=(.+)$/.exec(word) ?? [];
    if (key === "database") {
        return { database: value };
    }
    if (key === "times" && value === "all") {
        return { times: Infinity };
    }
    if (key !== undefined) {
        if (!/^[1-9]\d*$/.test(value)) {
            throw new Mistake(`'${word}' of '${text}': expected a whole number from 1`);
        }
        return key === "n" ? { call: Number(value) } : { times: Number(value) };
    }
    const said = WORDS[word];
    if (said === undefined) {
        throw new Mistake(`'${word}' of '${text}' is not understood`);
    }
    return said;
}

/**
 * Reads what stands behind `drift sql`.
 *
 * @throws Mistake
 */
export function parseSqlDrift([database, ...sql]: readonly string[]): SqlDrift {
    if (database === undefined || sql.length === 0) {
        throw new Mistake("'drift sql' is followed by a database and a statement");
    }
    return { database, sql: sql.join(" ") };
}
