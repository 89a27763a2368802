import { DATABASE_GUARD } from "./allowed-types";
import { isMark } from "./marks";

/** What a resource finds out and nobody asked for, by its type: outputs that rules judge beside the inputs. */
const FOUND: ReadonlyMap<string, readonly string[]> = new Map([
    [DATABASE_GUARD, ["externalSources", "suspectColumns"]],
]);

/** The outputs of a resource that rules judge; without those that are not there or not known, as in a first preview. */
export const foundOutputs = <T>(type: string, outputs: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(
        (FOUND.get(type) ?? [])
            .filter((name) => Object.hasOwn(outputs, name) && !isMark(outputs[name]))
            .map((name) => [name, outputs[name] as T]),
    );
