import type { ResourceView, StackView } from "./model";
import { append } from "./multi-map";

const HIDDEN = "[secret]";

/** Fewer characters at the place where a message is cut off are there by chance. */
const SHORTEST_START = 3;

/** Shorter texts that other resources keep as secrets stand in a message by chance. */
const SHORTEST_ELSEWHERE = 8;

/** A message without what the resource, or another of its stack, keeps as a secret: rules judge it, and nobody reads it. */
export function withoutSecrets(message: string, subject: ResourceView, stack: StackView | undefined): string {
    const own = secretsOf(subject).reduce(hide, message);
    return stack === undefined ? own : longSecretsIn(stack).thatMayStandIn(own).reduce(hide, own);
}

const secretsOf = ({ secrets }: ResourceView): readonly string[] => (secrets === "unmarked" ? [] : secrets);

/** Kept for each stack. */
const kept = new WeakMap<StackView, LongSecrets>();

function longSecretsIn(stack: StackView): LongSecrets {
    const made = kept.get(stack) ?? new LongSecrets(stack.all.flatMap(secretsOf));
    kept.set(stack, made);
    return made;
}

/** Found by their first characters: a large stack has thousands, and each message about it would be compared with all of them. */
class LongSecrets {
    private readonly secrets: readonly string[];
    private readonly byStart = new Map<string, number[]>();
    private readonly byShortestStart = new Map<string, number[]>();

    constructor(secrets: readonly string[]) {
        this.secrets = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST_ELSEWHERE);
        this.secrets.forEach((secret, index) => {
            for (const form of formsOf(secret)) {
                append(this.byStart, form.slice(0, SHORTEST_ELSEWHERE), index);
                append(this.byShortestStart, form.slice(0, SHORTEST_START), index);
            }
        });
    }

    /** Those of which the start stands in a message; where it is cut off a start may be short. In the order of the stack. */
    thatMayStandIn(message: string): readonly string[] {
        const [starts, length] = message.includes("…")
            ? [this.byShortestStart, SHORTEST_START]
            : [this.byStart, SHORTEST_ELSEWHERE];
        const found = new Set<number>();
        for (let at = 0; starts.size > 0 && at + length <= message.length; at++) {
            starts.get(message.slice(at, at + length))?.forEach((index) => void found.add(index));
        }
        return [...found].sort((a, b) => a - b).map((index) => this.secrets[index] as string);
    }
}

function hide(message: string, secret: string): string {
    return formsOf(secret).reduce((hidden, form) => hideStart(hidden.replaceAll(form, HIDDEN), form), message);
}

/** Inside of a list or an object a message shows it as JSON does. */
const formsOf = (secret: string): readonly string[] =>
    secret === "" ? [] : [secret, JSON.stringify(secret).slice(1, -1)];

/** A message that is too long is cut off, perhaps in the middle of a secret: its start is hidden as well. */
function hideStart(message: string, secret: string): string {
    const end = message.indexOf("…");
    for (let length = Math.min(secret.length, end); length >= SHORTEST_START; length -= 1) {
        if (message.slice(end - length, end) === secret.slice(0, length)) {
            return message.slice(0, end - length) + HIDDEN + message.slice(end);
        }
    }
    return message;
}
