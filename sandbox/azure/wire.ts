import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { SECRET, SIGNATURE, UNKNOWN } from "../../arm/wire-form";

/** Properties of a resource, by azure-native's names. */
export type Props = Readonly<Record<string, unknown>>;

export const isProps = (value: unknown): value is Props =>
    typeof value === "object" && value !== null && !Array.isArray(value);

export const isUnknown = (value: unknown): boolean => value === UNKNOWN;

/** Whether an unknown value stands anywhere in a value. */
export const containsUnknown = (value: unknown): boolean =>
    isUnknown(value) ||
    (Array.isArray(value) ? value.some(containsUnknown) : isProps(value) && Object.values(value).some(containsUnknown));

/**
 * What the engine sends, without its nulls, as azure-native reads it. The stand-in tells the engine that it does not handle secrets, as
 * azure-native does: the engine then sends them plain, and marks what comes back under the same names.
 */
export const propsOf = (struct: Struct | undefined): Props | undefined =>
    struct === undefined ? undefined : (plain(struct.toJavaScript()) as Props);

/** A value that the engine keeps encrypted. */
export const secret = (value: unknown): Props => ({ [SIGNATURE]: SECRET, value });

function plain(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(plain);
    }
    if (!isProps(value)) {
        return value;
    }
    if (value[SIGNATURE] === SECRET) {
        return plain(value.value);
    }
    const entries = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
    return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}
