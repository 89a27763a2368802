import type { SqlReader } from "./sql-reader";
import { refused } from "./sql-refusals";
import type { SqlToken } from "./sql-tokens";
import { VIEW_COLUMNS } from "./system-views";

/** A SELECT as SQLite executes it. */
export interface SelectQuery {
    readonly text: string;
    /** Names of the views that it reads, without `sys.`. */
    readonly views: readonly string[];
    /** Names of the parameters that it reads, in lower case, `@` included. */
    readonly variables: readonly string[];
    /** The columns of the answer, in their order; undefined where a `*` stands among them. */
    readonly columns?: readonly SelectColumn[];
}

export interface SelectColumn {
    /** Empty where it is an expression without a name. */
    readonly name: string;
    /** The column that it is, where it is one and no expression. */
    readonly source?: string;
}

/** What both languages understand alike; whatever else SQLite knows is a name here, and so an error. */
const KEYWORDS = new Set(
    "ALL AND AS ASC BETWEEN BY CASE CROSS DESC DISTINCT ELSE END ESCAPE EXCEPT EXISTS FROM FULL GROUP HAVING IN INNER INTERSECT IS JOIN LEFT LIKE NOT NULL ON OR ORDER OUTER RIGHT SELECT THEN UNION WHEN WHERE".split(
        " ",
    ),
);
const FUNCTIONS = new Set("COALESCE CONCAT COUNT LEN LOWER MAX MIN NULLIF REPLACE SUBSTRING UPPER".split(" "));
const SYMBOLS = new Set("( ) , . * = <> != < > <= >=".split(" "));

/** Reads a statement of which the first word was read. */
export const readSelect = (reader: SqlReader): SelectQuery => selectQuery([reader.last, ...reader.untilSemicolon()]);

/** @throws SqlError for what the two languages do not understand alike */
export function selectQuery(tokens: readonly SqlToken[]): SelectQuery {
    const views = new Set<string>();
    const variables = new Set<string>();
    const pieces: string[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
        const token = tokens[at] as SqlToken;
        const view = viewAt(tokens, at);
        if (view !== undefined) {
            views.add(view);
            pieces.push(`sys_${view}`);
            at += 2;
        } else {
            if (token.kind === "variable") {
                variables.add(token.text.toLowerCase());
            }
            pieces.push(translated(token, tokens[at + 1]?.text === "("));
        }
    }
    return { text: pieces.join(" "), views: [...views], variables: [...variables], columns: columnsOf(tokens) };
}

/** `sys.<view>`; the name of another object in `sys` is refused as SQL Server refuses one that is not there. */
function viewAt(tokens: readonly SqlToken[], at: number): string | undefined {
    const [schema, dot, name] = tokens.slice(at, at + 3);
    if (schema === undefined || name === undefined || dot?.text !== "." || !isName(schema) || !isName(name)) {
        return undefined;
    }
    if (schema.text.toLowerCase() !== "sys" || tokens[at - 1]?.text === ".") {
        return undefined;
    }
    const view = name.text.toLowerCase();
    if (!Object.hasOwn(VIEW_COLUMNS, view)) {
        throw refused("noObject", `sys.${name.text}`);
    }
    return view;
}

const isName = ({ kind }: SqlToken): boolean => kind === "word" || kind === "name";

function translated({ kind, text }: SqlToken, called: boolean): string {
    const capitals = text.toUpperCase();
    switch (kind) {
        case "string":
            return `'${text.replaceAll("'", "''")}'`;
        case "binary":
            return `x'${text.slice(2)}'`;
        case "variable":
            return text.toLowerCase();
        case "number":
            return text;
        case "symbol":
            if (!SYMBOLS.has(text)) {
                throw refused("syntax", text);
            }
            return text;
        case "word":
            if (KEYWORDS.has(capitals)) {
                return capitals;
            }
            if (called && !FUNCTIONS.has(capitals)) {
                throw refused("noFunction", text);
            }
            return called ? capitals : quoted(text);
        case "name":
            return quoted(text);
    }
}

/** In quotation marks SQLite would take a name that is no column's for a text. */
const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

function columnsOf(tokens: readonly SqlToken[]): readonly SelectColumn[] | undefined {
    const items: SqlToken[][] = [[]];
    let depth = 0;
    for (const token of tokens.slice(/^distinct$/i.test(tokens[1]?.text ?? "") ? 2 : 1)) {
        const isSymbol = token.kind === "symbol";
        depth += isSymbol && token.text === "(" ? 1 : isSymbol && token.text === ")" ? -1 : 0;
        if (depth === 0 && token.kind === "word" && /^from$/i.test(token.text)) {
            break;
        }
        if (depth === 0 && isSymbol && token.text === ",") {
            items.push([]);
        } else {
            items.at(-1)?.push(token);
        }
    }
    return items.some((item) => item.at(-1)?.text === "*" && item.at(-1)?.kind === "symbol")
        ? undefined
        : items.map(columnOf);
}

function columnOf(item: readonly SqlToken[]): SelectColumn {
    const last = item.at(-1);
    const before = item.at(-2);
    const isNamed =
        last !== undefined && isName(last) && !(last.kind === "word" && KEYWORDS.has(last.text.toUpperCase()));
    if (!isNamed) {
        return { name: "" };
    }
    const hasAlias = before !== undefined && before.text !== ".";
    const rest = hasAlias ? item.slice(0, /^as$/i.test(before.text) ? -2 : -1) : item;
    const source = rest.length === 1 || (rest.length === 3 && rest[1]?.text === ".") ? rest.at(-1) : undefined;
    return { name: last.text, source: source && isName(source) ? source.text.toLowerCase() : undefined };
}
