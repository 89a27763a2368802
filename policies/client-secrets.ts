import { isMark, isObject } from "./marks";
import type { StackView } from "./model";

const SETTINGS: readonly string[] = ["WebAppAuthSettingsV2WithoutSecrets", "WebAppAuthSettingsV2"]
    .flatMap((name) => [name, `${name}Slot`])
    .map((name) => `azure-native:web:${name}`);

/** `clientSecretSettingName` of most providers, `appSecretSettingName` of Facebook, `consumerSecretSettingName` of Twitter. */
const NAMES_SETTING = /SecretSettingName$/i;

interface ClientSecrets {
    /** In lower case, since App Service compares without case. */
    readonly names: ReadonlySet<string>;
    /** Set where a name is not known yet: any setting might be the one. */
    readonly unknown: string | undefined;
}

/**
 * The settings in which authentication says that a provider's secret stands. Those of one site count for all: settings are often
 * shared, and a name that is a secret's once is no good name for anything else.
 */
export function clientSecretsOf(stack: StackView): ClientSecrets {
    const made = known.get(stack) ?? collect(stack);
    known.set(stack, made);
    return made;
}

/** Kept for each stack, so that not every setting reads every site. */
const known = new WeakMap<StackView, ClientSecrets>();

function collect(stack: StackView): ClientSecrets {
    const values = stack
        .ofType(...SETTINGS)
        .flatMap(({ name, inputs }) =>
            namesIn(inputs.identityProviders).map((value) => ({ value, where: `a SecretSettingName of ${name}` })),
        );
    return {
        names: new Set(values.flatMap(({ value }) => (typeof value === "string" ? [value.toLowerCase()] : []))),
        unknown: values.find(({ value }) => isMark(value))?.where,
    };
}

/** The values of all inputs that name such a setting, at any depth; marks included. */
function namesIn(value: unknown): readonly unknown[] {
    return isObject(value) && !isMark(value)
        ? Object.entries(value).flatMap(([key, each]) => (NAMES_SETTING.test(key) ? [each] : namesIn(each)))
        : [];
}
