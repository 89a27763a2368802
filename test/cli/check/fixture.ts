import { readFileSync } from "node:fs";
import { join } from "node:path";
import { recognise } from "../../../cli/check/recognise";

/** What the real engine printed of the program `careless` and of our ontwikkeling, without the times and places of its work. */
export const fixtureFile = (name: string): string => join(__dirname, "fixtures", `${name}.json`);

// biome-ignore lint/suspicious/noExplicitAny: tests change what they like.
export const fixture = (name: string): any => JSON.parse(readFileSync(fixtureFile(name), "utf8"));

/** The only stack of an input, its resources by the last part of their URNs. */
export function stackOf(value: unknown) {
    const given = recognise(value, "'input.json'");
    const [stack] = given.stacks;
    if (stack === undefined || given.stacks.length !== 1) {
        throw new Error(`expected one stack, found ${given.stacks.length}`);
    }
    const resource = (name: string) => {
        const found = stack.resources.find(({ shown }) => shown.urn.endsWith(`::${name}`));
        if (found === undefined) {
            throw new Error(`no resource ${name} among ${stack.resources.map(({ shown }) => shown.name).join(", ")}`);
        }
        return found;
    };
    return { ...stack, kind: given.kind, names: stack.resources.map(({ shown }) => shown.name).sort(), resource };
}
