import { isObject } from "./json";
import { addedInside } from "./made-up-outputs";
import { SIGNATURE, UNKNOWN } from "./wire-form";

type Values = Readonly<Record<string, unknown>>;

/**
 * The outputs of azure-native in a preview, where they differ from the inputs: what Azure will add inside of an input is unknown there, such
 * as the address in the `properties` of a vault. Whatever is left out altogether the SDK takes for unknown.
 *
 * @param type a type token without API version
 * @param inputs in the wire form of the SDK
 */
export function unknownInside(type: string, inputs: Values): Values {
    const open = Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, unwrapped(value)]));
    const added = Object.entries(addedInside(type, open));
    return Object.fromEntries(added.map(([key, value]) => [key, unknownBeyond(inputs[key], value)]));
}

const isWrapped = (value: unknown): value is Values => isObject(value) && SIGNATURE in value && "value" in value;

const unwrapped = (value: unknown): unknown => (isWrapped(value) ? unwrapped(value.value) : value);

function unknownBeyond(input: unknown, output: unknown): unknown {
    if (isWrapped(input)) {
        return { ...input, value: unknownBeyond(input.value, output) };
    }
    if (isObject(input) && isObject(output)) {
        const added = Object.entries(output).map(([key, value]) => [key, unknownBeyond(input[key], value)] as const);
        return { ...input, ...Object.fromEntries(added) };
    }
    if (Array.isArray(input) && Array.isArray(output)) {
        return input.map((item, index) => unknownBeyond(item, output[index]));
    }
    return input === undefined ? UNKNOWN : input;
}
