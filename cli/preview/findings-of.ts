import type { GivenConfig } from "../../policies/config";
import { evaluate } from "../../policies/evaluate";
import type { Finding, ResourceInput } from "../../policies/model";

/** A resource as it is judged, with its secrets plain where they are known. */
export interface AskedInput extends ResourceInput {
    /** Texts among its inputs that must not be shown. */
    readonly secrets: readonly string[];
}

/**
 * What the policy pack finds in a plan. It judges what is secret as well, as it does under the engine; its messages do not show it.
 */
export function findingsOf(
    { asked }: { readonly asked: readonly AskedInput[] },
    config: GivenConfig,
): readonly Finding[] {
    const secrets = new Map(asked.map((resource) => [resource.urn, resource.secrets]));
    return evaluate(asked, config).map((finding) => ({
        ...finding,
        message: (secrets.get(finding.urn) ?? []).reduce(hide, finding.message),
    }));
}

function hide(message: string, secret: string): string {
    // Inside of a list or an object a message shows it as JSON does.
    const forms = [secret, JSON.stringify(secret).slice(1, -1)];
    return forms.reduce((hidden, form) => hideStart(hidden.replaceAll(form, HIDDEN), form), message);
}

const HIDDEN = "[secret]";
/** Fewer characters at the place where a message is cut off are there by chance. */
const SHORTEST_START = 3;

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
