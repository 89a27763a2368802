import { refused } from "./sql-refusals";

/** A piece of T-SQL. */
export interface SqlToken {
    readonly kind: "word" | "name" | "variable" | "number" | "binary" | "string" | "symbol";
    /** What it means: a name without its brackets, a string without its quotes. */
    readonly text: string;
    /** Where it stands. */
    readonly start: number;
    readonly end: number;
}

const BLANK = /(?:\s|--[^\n]*|\/\*[\s\S]*?\*\/)*/y;

const FORMS: readonly (readonly [SqlToken["kind"], RegExp, ((found: string) => string)?])[] = [
    ["name", /\[(?:[^\]]|\]\])*\]/y, (found) => found.slice(1, -1).replaceAll("]]", "]")],
    ["name", /"(?:[^"]|"")*"/y, (found) => found.slice(1, -1).replaceAll('""', '"')],
    ["string", /N?'(?:[^']|'')*'/iy, (found) => found.slice(found.indexOf("'") + 1, -1).replaceAll("''", "'")],
    ["binary", /0x[0-9a-f]*/iy],
    ["number", /\d+(?:\.\d+)?/y],
    ["variable", /@[\p{L}\p{N}_@$#]+/uy],
    ["word", /[\p{L}_#][\p{L}\p{N}_@$#]*/uy],
    ["symbol", /<>|<=|>=|!=|[^\s\w]/y],
];

/** Names are as long as 128 UTF-16 units at most (sysname is nvarchar(128)). */
const LONGEST_NAME = 128;

/** @throws SqlError for a quote that is not closed, and a name that is empty or too long */
export function tokensOf(sql: string): readonly SqlToken[] {
    const tokens: SqlToken[] = [];
    for (let at = afterBlank(sql, 0); at < sql.length; at = afterBlank(sql, at)) {
        const token = tokenAt(sql, at);
        requireName(token);
        tokens.push(token);
        at = token.end;
    }
    return tokens;
}

function afterBlank(sql: string, at: number): number {
    BLANK.lastIndex = at;
    BLANK.test(sql);
    return BLANK.lastIndex;
}

function tokenAt(sql: string, start: number): SqlToken {
    for (const [kind, form, meaning = (found: string) => found] of FORMS) {
        form.lastIndex = start;
        const [found] = form.exec(sql) ?? [];
        if (found !== undefined && !/^["[']/.test(kind === "symbol" ? found : "")) {
            return { kind, text: meaning(found), start, end: start + found.length };
        }
    }
    throw refused("unclosed", sql.slice(start + 1));
}

function requireName({ kind, text }: SqlToken): void {
    if (kind === "name" && text === "") {
        throw refused("emptyName");
    }
    if ((kind === "name" || kind === "word") && text.length > LONGEST_NAME) {
        throw refused("longName", text.slice(0, LONGEST_NAME));
    }
}
