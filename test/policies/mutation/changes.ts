import { isMark } from "../../../policies/marks";
import type { Shape } from "../../../sandbox/azure/input-shapes";
import { isSafe, type SafeValues, same } from "./oracle";
import type { Place } from "./places";

/** Regions that are not in the Union: far away, near by, in the Economic Area alone, nowhere, and everywhere. */
const OUTSIDE = ["eastus", "uksouth", "switzerlandnorth", "norwayeast", "middleearth", "global"];
const REGION = /^(westeurope|northeurope|swedencentral|francecentral|germanywestcentral|global)$/;

/** Where a word is a switch, its other position; the SDK does not list the words of every switch. */
const OPPOSITES: Readonly<Record<string, string>> = {
    Enabled: "Disabled",
    Disabled: "Enabled",
    Allow: "Deny",
    Deny: "Allow",
    On: "Off",
};

/** No time at all, a day, and a century. */
const DURATIONS = ["PT0S", "P1D", "P100Y"];
const DURATION = /^P(T?\d+[A-Z])+$/;

/** Everybody, a half of everybody, a network of sixteen million, and what cannot be read as an address. */
const WIDE = ["0.0.0.0", "0.0.0.0/0", "0.0.0.0/1", "12.0.0.0/8", "::/0", "Internet", "*"];
const ADDRESS = /^\d+\.\d+\.\d+\.\d+(\/\d+)?$/;

/** Every value of a place that is not as safe as what stands there, by what is known of its type and of what is safe. */
export const unsafeValues = (place: Place, entry: SafeValues | undefined): readonly unknown[] =>
    distinct(candidates(place, entry)).filter((value) => !same(value, place.current) && !isSafe(value, entry));

/** The values that are declared to be as safe, at their limits. */
export const otherSafeValues = ({ current }: Place, entry: SafeValues | undefined): readonly unknown[] =>
    [
        ...(entry?.safe ?? []),
        ...(entry?.least === undefined ? [] : [entry.least]),
        ...(entry?.most === undefined ? [] : [entry.most]),
    ].filter((value) => !same(value, current));

function candidates({ path, current, shape }: Place, entry: SafeValues | undefined): readonly unknown[] {
    return [
        // A list without an element is a value of the list.
        ...(current === undefined ? [] : /^\d+$/.test(path.at(-1) ?? "") ? [null] : [undefined, null]),
        ...(entry?.unsafe ?? []),
        ...ofShape(shape, current),
        ...ofKind(current),
        ...(entry?.least === undefined ? [] : [entry.least - 1]),
        ...(entry?.most === undefined ? [] : [entry.most + 1]),
    ];
}

function ofShape(shape: Shape, current: unknown): readonly unknown[] {
    switch (shape.kind) {
        case "boolean":
            return [true, false];
        case "enum":
            return shape.values;
        case "oneOf":
            return shape.options.flatMap((option) => ofShape(option, current));
        case "number":
            return current === undefined ? [1] : [];
        default:
            return [];
    }
}

function ofKind(current: unknown): readonly unknown[] {
    if (isMark(current)) {
        return [""];
    }
    if (Array.isArray(current)) {
        return [[], "a text", ...current.map((_, index) => current.filter((__, other) => other !== index))];
    }
    switch (typeof current) {
        case "string":
            return ["", "another text", 7, ...ofText(current)];
        case "number":
            return [0, -1, 2 * current + 1, String(current)];
        case "boolean":
            return [!current, String(current)];
        case "object":
            return current === null ? [] : [{}, "a text"];
        default:
            return [];
    }
}

const ofText = (current: string): readonly string[] => [
    ...(OPPOSITES[current] === undefined ? [] : [OPPOSITES[current]]),
    ...(DURATION.test(current) ? DURATIONS : []),
    ...(REGION.test(current) ? OUTSIDE : []),
    ...(ADDRESS.test(current) ? WIDE : []),
];

const distinct = (values: readonly unknown[]): readonly unknown[] =>
    values.filter((value, index) => values.findIndex((other) => same(other, value)) === index);
