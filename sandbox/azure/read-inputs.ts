import { isDeepStrictEqual } from "node:util";
import { isProps, type Props } from "./wire";

/**
 * The inputs of a resource after a refresh. Azure does not tell inputs from defaults, so azure-native takes only what changed in the outputs since the
 * last deployment and changes the inputs likewise (provider.go, Read, and applyDiff in diff.go).
 */
export function changedAlike(inputs: Props, before: Props, after: Props): Props {
    const result: Record<string, unknown> = { ...inputs };
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
        const [old, next] = [before[key], after[key]];
        if (isDeepStrictEqual(old, next)) {
            continue;
        }
        if (next === undefined) {
            delete result[key];
        } else {
            result[key] = valueChangedAlike(inputs[key], old, next);
        }
    }
    return result;
}

function valueChangedAlike(input: unknown, old: unknown, next: unknown): unknown {
    if (isProps(input) && isProps(old) && isProps(next)) {
        return changedAlike(input, old, next);
    }
    if (Array.isArray(input) && Array.isArray(old) && Array.isArray(next)) {
        return next.map((item: unknown, index) =>
            index >= input.length || index >= old.length ? item : itemChangedAlike(input[index], old[index], item),
        );
    }
    return next;
}

const itemChangedAlike = (input: unknown, old: unknown, next: unknown): unknown =>
    isDeepStrictEqual(old, next) ? input : valueChangedAlike(input, old, next);
