import { isMistake, Mistake } from "../mistake";
import { parseSqlDrift, parseSqlFault, SQL_FAULTS_GRAMMAR, type SqlDrift } from "../sql/parse-sql-fault";
import type { SqlFault } from "../sql/sql-faults";
import { unplayedType } from "./played-types";

/** How a fault is written, within 80 columns. Shown where faults are asked for. */
export const FAULTS_GRAMMAR = [
    "faults, separated by ';', each of words:",
    "  429 | 409 | 500 | …      any status from 400 to 599: Azure answers that",
    "  drop                     the connection breaks",
    "  die                      the provider ends, as in a crash",
    "  slow=MILLISECONDS        the answer is late",
    "then, where it happens:",
    "  type=sql:Server          only at this type",
    "  urn=TEXT                 only at resources with this in their URN",
    "  method=GET|PUT|DELETE    only at these calls; writes and deletes if left out",
    "  call=N                   from the n-th of those calls; the first if left out",
    "  times=N|all              as often; once if left out, slow always",
    "  before | after | later   before Azure does it; after, with the answer lost;",
    "                           or accepted, and failed later",
    "or a change that somebody else made before the run, where something was up:",
    "  drift WHAT PATH=VALUE    WHAT is a type or a name in Azure, PATH a property",
    "                           by azure-native's name",
    "  drift WHAT gone          it was deleted",
    ...SQL_FAULTS_GRAMMAR,
    "or an application that is not well:",
    "  sick VERSION             that release starts and never reports its health",
    "After a drop, 408, 429, 500, 502, 503 and 504 azure-native asks again, three",
    "times: only with times=4 it gives up.",
].join("\n");

/** Something that goes wrong at some calls. */
export interface Fault {
    /** As it was written. */
    readonly text: string;
    readonly kind: "status" | "drop" | "die" | "slow";
    readonly status?: number;
    readonly milliseconds?: number;
    readonly type?: string;
    readonly urn?: string;
    readonly method?: "GET" | "PUT" | "DELETE";
    /** The first call, of those that match, at which it happens. */
    readonly call: number;
    readonly times: number;
    readonly moment: "before" | "after" | "later";
}

/** A change made to the cloud from outside. */
export interface Drift {
    /** A type token, with or without `azure-native:`, or a name in Azure. */
    readonly what: string;
    /** Undefined for what was deleted. */
    readonly change?: { readonly path: readonly string[]; readonly value: string };
}

export interface Trouble {
    readonly faults: readonly Fault[];
    readonly drifts: readonly Drift[];
    /** Versions of the application that never become healthy. */
    readonly sick: readonly string[];
    readonly sqlFaults: readonly SqlFault[];
    readonly sqlDrifts: readonly SqlDrift[];
}

/**
 * What a user asks to go wrong, such as `429 type=sql:Server; drop call=12 after; drift sql:Server minimalTlsVersion=1.1`.
 *
 * @throws Mistake that says which word is not understood, and what can be written.
 */
export function parseFaults(text = ""): Trouble {
    const clauses = text
        .split(";")
        .map((clause) => clause.trim().split(/\s+/).filter(Boolean))
        .filter((words) => words.length > 0);
    const beginningWith = (word: string) => clauses.filter(([first]) => first === word);
    const isSql = ([, second]: readonly string[]) => second === "sql";
    const drifts = beginningWith("drift");
    return {
        faults: clauses.filter(([first = ""]) => !["drift", "sick", "sql"].includes(first)).map(parseFault),
        drifts: drifts.filter((words) => !isSql(words)).map(parseDrift),
        sick: beginningWith("sick").map(parseSick),
        sqlFaults: beginningWith("sql").map(([, ...words]) => inWords(() => parseSqlFault(words))),
        sqlDrifts: drifts.filter(isSql).map(([, , ...words]) => inWords(() => parseSqlDrift(words))),
    };
}

/** Adds to a mistake how faults are written. */
function inWords<Read>(read: () => Read): Read {
    try {
        return read();
    } catch (error) {
        throw isMistake(error) ? mistake(error.message) : error;
    }
}

function parseSick([, version, ...rest]: readonly string[]): string {
    if (version === undefined || rest.length > 0) {
        throw mistake("'sick' is followed by the one version that is not well, such as 'sick 3.9.0'");
    }
    return version;
}

function parseFault([first = "", ...words]: readonly string[]): Fault {
    const text = [first, ...words].join(" ");
    const times = first.startsWith("slow=") ? Infinity : 1;
    let fault: Fault = { text, ...kindOf(first), call: 1, times, moment: "before" };
    const said = new Map<string, string>();
    for (const word of words) {
        const part = parseWord(word, first);
        for (const key of Object.keys(part)) {
            const before = said.get(key);
            if (before !== undefined) {
                throw mistake(`'${text}': '${before}' and '${word}' exclude each other; keep one`);
            }
            said.set(key, word);
        }
        fault = { ...fault, ...part };
    }
    if (fault.moment === "later" && (fault.kind !== "status" || fault.method === "GET")) {
        throw mistake(`'${text}': only a write or a delete that Azure accepted fails later, with a status such as 500`);
    }
    return fault;
}

function kindOf(word: string): Pick<Fault, "kind" | "status" | "milliseconds"> {
    if (/^[45]\d\d$/.test(word)) {
        return { kind: "status", status: Number(word) };
    }
    if (word === "drop" || word === "die") {
        return { kind: word };
    }
    const slow = /^slow=(\d+)$/.exec(word);
    if (slow) {
        return { kind: "slow", milliseconds: Number(slow[1]) };
    }
    throw mistake(`'${word}' is nothing that can go wrong`);
}

function parseWord(word: string, kind: string): Partial<Fault> {
    if (word === "before" || word === "after" || word === "later") {
        return { moment: word };
    }
    const [, key, value = ""] = /^(type|urn|method|call|times)=(.+)$/.exec(word) ?? [];
    switch (key) {
        case "type":
            requirePlayed(value, `'${word}' of '${kind}'`);
            return { type: value };
        case "urn":
            return { urn: value };
        case "method":
            if (value === "GET" || value === "PUT" || value === "DELETE") {
                return { method: value };
            }
            throw mistake(`'${word}' of '${kind}': a method is GET, PUT or DELETE`);
        case "call":
        case "times":
            return { [key]: key === "times" && value === "all" ? Infinity : wholeNumber(word, value) };
        default:
            throw mistake(`'${word}' of '${kind}' is not understood`);
    }
}

function wholeNumber(word: string, value: string): number {
    if (!/^[1-9]\d*$/.test(value)) {
        throw mistake(`'${word}': expected a whole number from 1`);
    }
    return Number(value);
}

function parseDrift([, what, change, ...rest]: readonly string[]): Drift {
    const [, path = "", value = ""] = /^([^=]+)=(.*)$/.exec([change, ...rest].join(" ")) ?? [];
    if (what === undefined || (path === "" && change !== "gone")) {
        throw mistake(`'drift ${what ?? ""}' does not say what was changed`);
    }
    // A type has a colon, which no name in Azure has.
    if (what.includes(":")) {
        requirePlayed(what, `'drift ${what}'`);
    }
    return change === "gone" && rest.length === 0 ? { what } : { what, change: { path: path.split("."), value } };
}

function requirePlayed(type: string, where: string): void {
    const wrong = unplayedType(type);
    if (wrong !== undefined) {
        throw mistake(`${where}: ${wrong}`);
    }
}

const mistake = (sentence: string): Mistake => new Mistake(`--faults: ${sentence}\n${FAULTS_GRAMMAR}`);
