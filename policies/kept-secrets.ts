import { VAULT_SECRET } from "./azure-types";
import { isGiven, isMark, isObject } from "./marks";
import type { ResourceView } from "./model";
import { hasSecretForm } from "./secret-forms";
import { WITH_SETTINGS } from "./site-settings";
import { keyOf, type Visit, walk } from "./walk";

/** Inputs that hold what opens something, whatever resource they are of. */
const SECRET_INPUT = /(password|passphrase|(access|account|api|private|sas|shared)_?key|client_?secret|pfx_?blob)$/i;
const CONNECTION_STRING = /connection_?string$/i;

/** Settings of applications have a rule of their own, and templates are not looked into. */
const ELSEWHERE: ReadonlySet<string> = new Set([...WITH_SETTINGS, "azure-native:resources:Deployment"]);

/** An input that should be kept as a secret. */
export interface SecretInput {
    /** The input of the resource that it stands in. */
    readonly property: string;
    readonly path: string;
    /** Text or a mark. */
    readonly value: unknown;
}

/** The inputs of a resource that should be kept as secrets and say something, at any depth. */
export function secretInputsOf({ type, inputs }: ResourceView): readonly SecretInput[] {
    if (ELSEWHERE.has(type)) {
        return [];
    }
    const found: SecretInput[] = [];
    const visit: Visit = (value, path) => {
        if ((typeof value === "string" || isMark(value)) && isSecret(keyOf(path), value)) {
            found.push({
                property: path[0] as string,
                path: path.filter((part) => !part.startsWith("[")).join("."),
                value,
            });
        }
    };
    walk(inputs, visit, () => true);
    if (type === VAULT_SECRET) {
        const { properties } = inputs;
        const value = isObject(properties) && !isMark(properties) ? properties.value : properties;
        found.push({ property: "properties", path: "properties.value", value });
    }
    return found.filter(({ value }) => isGiven(value));
}

const isSecret = (name: string, value: unknown): boolean =>
    SECRET_INPUT.test(name) ||
    (CONNECTION_STRING.test(name) && (typeof value !== "string" || isMark(value) || hasSecretForm(value)));
