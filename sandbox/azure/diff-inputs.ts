import type { DiffAnswer, DiffKind } from "./provider";
import { isProps, type Props } from "./wire";

/** Kept in the inputs of what azure-native named at random: it may be replaced by one of another name, made first. */
export const CREATE_BEFORE_DELETE = "__createBeforeDelete";

type Detailed = Map<string, DiffKind>;

/**
 * What differs between two sets of inputs, property by property, as azure-native says it (diff.go): unknown values differ from known ones, the
 * place `West Europe` is `westeurope`, and what replaces is deleted first unless its name was made at random.
 */
export function diffInputs(olds: Props, news: Props, replacing: ReadonlySet<string>): DiffAnswer {
    const detailed: Detailed = new Map();
    for (const key of keysOf(olds, news)) {
        if (key !== "location" || place(olds[key]) !== place(news[key])) {
            compare(olds[key], news[key], pathOf("", key), detailed);
        }
    }
    const replaces = [...detailed.keys()].filter((path) => replacing.has(path.split(/[.[]/)[0] ?? path));
    for (const path of replaces) {
        detailed.set(path, `${detailed.get(path)}_REPLACE` as DiffKind);
    }
    return {
        detailed,
        replaces,
        deleteBeforeReplace: replaces.length > 0 && olds[CREATE_BEFORE_DELETE] !== true,
    };
}

function compare(old: unknown, next: unknown, path: string, detailed: Detailed): void {
    if (old === undefined || next === undefined) {
        if (old !== next) {
            detailed.set(path, old === undefined ? "ADD" : "DELETE");
        }
    } else if (Array.isArray(old) && Array.isArray(next)) {
        for (let index = 0; index < Math.max(old.length, next.length); index++) {
            compare(old[index], next[index], `${path}[${index}]`, detailed);
        }
    } else if (isProps(old) && isProps(next)) {
        for (const key of keysOf(old, next)) {
            compare(old[key], next[key], pathOf(path, key), detailed);
        }
    } else if (old !== next) {
        detailed.set(path, "UPDATE");
    }
}

const keysOf = (a: Props, b: Props): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();

/** The engine reads paths: a name that is no word stands in brackets. */
const pathOf = (base: string, key: string): string =>
    /^[\w$-]+$/.test(key) ? (base ? `${base}.${key}` : key) : `${base}["${key}"]`;

const place = (location: unknown): unknown =>
    typeof location === "string" ? location.toLowerCase().replaceAll(" ", "") : location;
