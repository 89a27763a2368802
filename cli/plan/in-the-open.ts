import { SECRET, SIGNATURE, UNKNOWN } from "../../arm/wire-form";

/** Whether a value in wire form is secret, or some of it. */
export const holdsSecret = (wire: unknown): boolean =>
    isObject(wire) && (wire[SIGNATURE] === SECRET || Object.values(wire).some(holdsSecret));

/** A value in wire form with its secrets as they are. */
export function inTheOpen(wire: unknown): unknown {
    if (Array.isArray(wire)) {
        return wire.map(inTheOpen);
    }
    if (!isObject(wire)) {
        return wire;
    }
    return wire[SIGNATURE] === SECRET
        ? inTheOpen(wire.value)
        : Object.fromEntries(Object.entries(wire).map(([key, inner]) => [key, inTheOpen(inner)]));
}

/** The texts that a value in wire form keeps secret. */
export function secretTexts(wire: unknown, secret = false): readonly string[] {
    if (typeof wire === "string") {
        return secret && wire !== UNKNOWN && wire !== "" ? [wire] : [];
    }
    if (Array.isArray(wire)) {
        return wire.flatMap((item) => secretTexts(item, secret));
    }
    if (!isObject(wire)) {
        return [];
    }
    return wire[SIGNATURE] === SECRET
        ? secretTexts(wire.value, true)
        : Object.values(wire).flatMap((inner) => secretTexts(inner, secret));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === "object" && value !== null;
