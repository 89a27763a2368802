import { GUID } from "./guid";
import { text } from "./show";

/** Everything but giving a role: `!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})`. */
const NOT_GIVING = /^(!|not)\(?actionmatches\{'microsoft\.authorization\/roleassignments\/write'\}\)?$/;

/** The roles that may be given. */
const NAMED_ROLES =
    /^@request\[microsoft\.authorization\/roleassignments:roledefinitionid\]foranyofanyvalues:guidequals\{([^}]*)\}$/;

/**
 * The roles, GUIDs in lower case, that a condition leaves to be given; `undefined` where it has another form than Microsoft's own
 * ("Delegate Azure role assignment management to others with conditions"): anything but giving a role, or one of these. What is
 * joined to that by AND only narrows it.
 */
export function rolesLeftBy(condition: unknown): readonly string[] | undefined {
    // What is escaped by a backslash could end a text early.
    const tokens = text(condition).includes("\\") ? [] : (text(condition).toLowerCase().match(TOKENS) ?? []);
    return firstNamed(partsOf(tokens, AND), (part) => {
        const either = partsOf(part, OR);
        const others = either.filter((each) => !NOT_GIVING.test(joined(each)));
        const [named] = others;
        return named === undefined || others.length > 1 || either.length > 2
            ? undefined
            : firstNamed(partsOf(named, AND), namedRoles);
    });
}

type Tokens = readonly string[];

const TOKENS = /'[^']*'|\[[^\]]*\]|\{(?:'[^']*'|[^'}])*\}|[()!]|&&|\|\||[^\s()'![\]{}&|]+|\S/g;
const AND = ["and", "&&"];
const OR = ["or", "||"];

const firstNamed = (parts: readonly Tokens[], read: (part: Tokens) => Tokens | undefined): Tokens | undefined =>
    parts.map(read).find((roles) => roles !== undefined);

function namedRoles(part: Tokens): Tokens | undefined {
    const [, list = ""] = NAMED_ROLES.exec(joined(part)) ?? [];
    const roles = list.split(",");
    return roles.every((role) => GUID.test(role)) ? roles : undefined;
}

const joined = (tokens: Tokens): string => withoutBrackets(tokens).join("").replace(/\s/g, "");

/** What stands between operators of one kind, outside brackets; all as one part where operators of another kind stand among them. */
function partsOf(tokens: Tokens, operators: Tokens): readonly Tokens[] {
    const inner = withoutBrackets(tokens);
    const parts: string[][] = [[]];
    let depth = 0;
    for (const token of inner) {
        depth += depthOf(token);
        const isOperator = depth === 0 && [...AND, ...OR].includes(token);
        if (isOperator && !operators.includes(token)) {
            return [inner];
        }
        if (isOperator) {
            parts.push([]);
        } else {
            parts[parts.length - 1]?.push(token);
        }
    }
    return parts;
}

const depthOf = (token: string): number => (token === "(" ? 1 : token === ")" ? -1 : 0);

/** Without the brackets around the whole. */
function withoutBrackets(tokens: Tokens): Tokens {
    let from = 0;
    while (closeOf(tokens, from) === tokens.length - 1 - from && tokens.length > 2 * from + 1) {
        from += 1;
    }
    return tokens.slice(from, tokens.length - from);
}

/** Where the bracket that opens at a place closes; -1 where none opens. */
function closeOf(tokens: Tokens, from: number): number {
    let depth = 0;
    for (let at = from; tokens[from] === "(" && at < tokens.length; at += 1) {
        depth += depthOf(tokens[at] as string);
        if (depth === 0) {
            return at;
        }
    }
    return -1;
}
