import { distance } from "fastest-levenshtein";
import { RESOURCE_TYPES } from "../../arm/resource-types";

const PREFIX = "azure-native:";
const TYPES: readonly string[] = Object.keys(RESOURCE_TYPES).map((token) => token.slice(PREFIX.length));

/** What is wrong with a type as a fault names it, with or without `azure-native:`; undefined where it is played. */
export function unplayedType(name: string): string | undefined {
    const type = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
    if (TYPES.includes(type)) {
        return undefined;
    }
    const [near] = TYPES.map((name) => ({ name, changes: distance(type.toLowerCase(), name.toLowerCase()) }))
        .filter(({ changes }) => changes <= type.length / 3)
        .sort((a, b) => a.changes - b.changes);
    return `no type '${type}' is played; ${near === undefined ? "docs/stand-in.md lists those that are" : `did you mean '${near.name}'?`}`;
}
