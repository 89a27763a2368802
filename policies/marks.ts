import type { Props } from "./model";

/** What decides is not in the plan: the resource is undecided. */
export class UndecidedError extends Error {
    override readonly name: string = "UndecidedError";
}

/** A rule read what is not known before deployment, or a secret. */
export class UnreadableError extends UndecidedError {
    override readonly name = "UnreadableError";

    constructor(readonly property: string) {
        super(`${property} is not known before deployment`);
    }
}

/** How the engine's protocol writes an unknown (`@pulumi/policy/proxy`): one text for each kind of value. */
const UNKNOWN_TEXTS: ReadonlySet<unknown> = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** True for what stands in the place of an unknown or a secret: a plan's mark or the engine's text. */
export function isMark(value: unknown): boolean {
    if (typeof value === "string") {
        return UNKNOWN_TEXTS.has(value);
    }
    return isObject(value) && (value.$unknown === true || value.$secret === true);
}

/** True where a value is or holds a mark. */
export function holdsMark(value: unknown): boolean {
    return isMark(value) || (isContainer(value) && Object.values(value).some(holdsMark));
}

/**
 * True for a value that says something, also one that is not known yet. Blank text, and lists and objects of nothing else, say
 * nothing: `{ id: "" }` is no security group.
 */
export function isGiven(value: unknown): boolean {
    if (isMark(value)) {
        return true;
    }
    if (typeof value === "string") {
        return value.trim() !== "";
    }
    return isContainer(value) ? Object.values(value).some(isGiven) : value !== undefined && value !== null;
}

/** An input as it was given, past the guard: reading a mark by it does not throw. */
export const unguarded = (props: unknown, key: string): unknown =>
    isContainer(props) ? Object.getOwnPropertyDescriptor(props, key)?.value : undefined;

/** Inputs that throw {@link UnreadableError} when a rule reads a mark, at any depth; only what is read is wrapped. */
export const readable = (inputs: Readonly<Record<string, unknown>>): Props => wrap(inputs, "") as Props;

function wrap(container: object, path: string): object {
    // A copy, since a proxy must return the very values of a frozen target.
    const target = Array.isArray(container) ? [...container] : { ...container };
    return new Proxy(target, {
        get(values, key) {
            const value = Reflect.get(values, key);
            if (typeof key === "symbol" || typeof value === "function") {
                return value;
            }
            const at = path === "" ? key : `${path}.${key}`;
            if (isMark(value)) {
                throw new UnreadableError(at);
            }
            return isContainer(value) ? wrap(value, at) : value;
        },
    });
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === "object" && value !== null && !Array.isArray(value);

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;
