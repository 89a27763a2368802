/** A SQL server as what belongs to it names it. */
export interface ServerPlace {
    /** Full ARM id. */
    readonly id: string;
    /** In any writing: `West Europe` is `westeurope`. */
    readonly location: string;
}

/**
 * The same value on the other one of two servers: what names one of them, its resource group or its region names the other one
 * afterwards. That is what a failover changes in a group, and in what its databases are to whoever looks for the one that is written.
 *
 * @param value inputs, outputs or an id; shared structure is not kept
 */
export const exchanged = <T>(value: T, one: ServerPlace, other: ServerPlace): T =>
    walk(value, "", [
        [one, other],
        [other, one],
    ]) as T;

type Ways = readonly (readonly [from: ServerPlace, to: ServerPlace])[];

function walk(value: unknown, key: string, ways: Ways): unknown {
    if (typeof value === "string") {
        return moved(value, key, ways);
    }
    if (Array.isArray(value)) {
        return value.map((item) => walk(item, key, ways));
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name, ways)]))
        : value;
}

function moved(text: string, key: string, ways: Ways): string {
    for (const [from, to] of ways) {
        if (isWithin(text, from.id)) {
            return to.id + text.slice(from.id.length);
        }
        const part = PARTS[key];
        if (part !== undefined && part(from) === simple(text) && part(to) !== part(from)) {
            return key === "location" ? to.location : (to.id.split("/")[key === "serverName" ? 8 : 4] ?? text);
        }
    }
    return text;
}

/** The inputs that say where something is, in one writing. */
const PARTS: Readonly<Record<string, (server: ServerPlace) => string>> = {
    serverName: ({ id }) => simple(id.split("/")[8] ?? ""),
    resourceGroupName: ({ id }) => simple(id.split("/")[4] ?? ""),
    location: ({ location }) => simple(location),
};

const isWithin = (text: string, id: string): boolean => `${text}/`.toLowerCase().startsWith(`${id}/`.toLowerCase());

const simple = (name: string): string => name.toLowerCase().replaceAll(" ", "");
