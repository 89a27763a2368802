import type { ResourceView, StackView } from "./model";

const HIDDEN = "[secret]";

/** Fewer characters at the place where a message is cut off are there by chance. */
const SHORTEST_START = 3;

/** Shorter texts that other resources keep as secrets stand in a message by chance. */
const SHORTEST_ELSEWHERE = 8;

/** A message without what the resource, or another of its stack, keeps as a secret: rules judge it, and nobody reads it. */
export function withoutSecrets(message: string, subject: ResourceView, stack: StackView | undefined): string {
    const own = secretsOf(subject);
    const elsewhere = stack === undefined ? [] : longSecretsIn(stack);
    return [...own, ...elsewhere].reduce(hide, message);
}

const secretsOf = ({ secrets }: ResourceView): readonly string[] => (secrets === "unmarked" ? [] : secrets);

/** Kept for each stack. */
const kept = new WeakMap<StackView, readonly string[]>();

function longSecretsIn(stack: StackView): readonly string[] {
    const made =
        kept.get(stack) ??
        [...new Set(stack.all.flatMap(secretsOf))].filter((secret) => secret.length >= SHORTEST_ELSEWHERE);
    kept.set(stack, made);
    return made;
}

function hide(message: string, secret: string): string {
    // Inside of a list or an object a message shows it as JSON does.
    const forms = secret === "" ? [] : [secret, JSON.stringify(secret).slice(1, -1)];
    return forms.reduce((hidden, form) => hideStart(hidden.replaceAll(form, HIDDEN), form), message);
}

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
