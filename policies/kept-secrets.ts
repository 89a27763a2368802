import { DEPLOYMENTS } from "./allowed-types";
import { VAULT_SECRET } from "./azure-types";
import { isGiven, isMark, isObject } from "./marks";
import type { ResourceView } from "./model";
import { hasSecretForm } from "./secret-forms";
import { isVaultReference } from "./secret-settings";
import { WITH_SETTINGS } from "./site-settings";
import { keyOf, type Path, type Visit, walk } from "./walk";

/** Inputs that hold what opens something, whatever resource they are of. */
const SECRET_INPUT =
    /(password|passphrase|pwd|secret|token|(access|account|api|encryption|private|sas|shared|signing)_?key|pfx_?blob)$/i;
const CONNECTION_STRING = /connection_?string$/i;

/** What people wrote for people may speak of passwords. */
const PROSE = /^(comments?|description|displayName|notes|query|summary|title)$/i;

/** Where a secret is kept is none. */
const IN_VAULT = /^https:\/\/[a-z0-9-]+\.vault\.azure\.net(:443)?\/(secrets|keys|certificates)\/[\w/-]+$/i;

/** Settings of applications have a rule of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(WITH_SETTINGS);

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
    const isTemplate = DEPLOYMENTS.has(type);
    const visit: Visit = (value, path) => {
        const name = isTemplate ? parameterOf(path) : keyOf(path);
        if (
            (typeof value === "string" || isMark(value)) &&
            isSecret(name, value) &&
            !(isTemplate && isExpression(value))
        ) {
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
    return [...found, ...(isTemplate ? secureDefaults(inputs) : [])].filter(({ value }) => isGiven(value));
}

function isSecret(name: string, value: unknown): boolean {
    if (typeof value !== "string" || isMark(value)) {
        return SECRET_INPUT.test(name) || CONNECTION_STRING.test(name);
    }
    return (
        (SECRET_INPUT.test(name) && !IN_VAULT.test(value) && !isVaultReference(value)) ||
        (!PROSE.test(name) && hasSecretForm(value))
    );
}

/** The value of a parameter of a template stands one level below its name. */
const parameterOf = (path: Path): string =>
    path.at(-3) === "parameters" && VALUES.includes(path.at(-1) ?? "") ? (path.at(-2) ?? "") : keyOf(path);

const VALUES: readonly string[] = ["value", "defaultValue"];

/** Text in brackets is worked out by Azure; two that open stand for one. */
const isExpression = (value: unknown): boolean => typeof value === "string" && /^\[(?!\[)/.test(value);

/** What a template takes for a secure text where nothing is given: it can be read in the deployments' history. */
function secureDefaults(inputs: ResourceView["inputs"]): readonly SecretInput[] {
    const secure = new Set<string>();
    const defaults: { readonly parameter: string; readonly name: string; readonly value: string }[] = [];
    const visit: Visit = (value, path) => {
        const [section, name = "", key] = path.slice(-3);
        const parameter = path.slice(0, -1).join(".");
        if (section !== "parameters" || typeof value !== "string") {
            return;
        }
        if (key === "type" && /^secureString$/i.test(value)) {
            secure.add(parameter);
        } else if (key === "defaultValue") {
            defaults.push({ parameter, name, value });
        }
    };
    walk(inputs, visit, () => true);
    // By its name or its form it is found already.
    return defaults
        .filter(({ parameter, name, value }) => secure.has(parameter) && !isExpression(value) && !isSecret(name, value))
        .map(({ parameter, value }) => ({ property: "properties", path: `${parameter}.defaultValue`, value }));
}
