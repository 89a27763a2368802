import type { z } from "zod";
import { checkSettings, withoutNamespace } from "./check-settings";
import { type Environment, environmentOf } from "./environments";
import { deepFreeze, type Frozen } from "./fields";
import { asMistakes, isMapping, missingFrom, problemsOf, without } from "./problems";
import { mistakesIn, readYaml, withoutConsequences } from "./read-yaml";
import { refusedTexts } from "./refused-texts";
import { ENCRYPTED_KEYS, type SETTINGS, STACK_FILE_FRAME } from "./schema";
import { attempt, type Mistake, SettingsError } from "./settings-error";

/** The settings of one environment: complete, checked, and unchangeable at any depth. */
export type Settings = Frozen<z.output<typeof SETTINGS>> & { readonly environment: Environment };

/**
 * The settings in the `config` mapping of a stack file, whose keys carry their namespace.
 *
 * @param file name of the stack file; its environment is the part between `Pulumi.` and `.yaml`.
 * @throws SettingsError with every mistake; UnknownEnvironmentError for a file of none of the four.
 */
export function parseSettings(file: string, config: unknown): Settings {
    const environment = environmentOf(/^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? file);
    const { value, problems } = checkSettings(environment, config);
    if (value === undefined || problems.length > 0) {
        throw new SettingsError(asMistakes(file, problems));
    }
    return deepFreeze({ ...value, environment }) as Settings;
}

/**
 * The settings in the text of a stack file.
 *
 * @throws SettingsError with every mistake.
 */
export function settingsFromYaml(file: string, text: string): Settings {
    const yaml = readYaml(file, text, { bareDates: false });
    const own = mistakesIn(file, yaml, settingPath);
    const found: Mistake[] = [];
    const settings = yaml.usable ? settingsIn(file, yaml.value, found) : undefined;
    const all = [...own, ...withoutConsequences(yaml, settingPath, found)];
    if (settings === undefined || all.length > 0) {
        throw new SettingsError(all);
    }
    return settings;
}

function settingsIn(file: string, value: unknown, found: Mistake[]): Settings | undefined {
    if (!isMapping(value)) {
        found.push(...asMistakes(file, missingFrom(STACK_FILE_FRAME, value)));
        return undefined;
    }
    const frame = STACK_FILE_FRAME.safeParse(value, { jitless: true });
    const besides = Object.entries(value).filter(([key]) => key !== "config" && !ENCRYPTED_KEYS.includes(key));
    const refused = refusedTexts(Object.fromEntries(besides));
    const others = without(problemsOf(STACK_FILE_FRAME, value, frame.error?.issues ?? []), refused);
    found.push(...asMistakes(file, [...refused, ...others]));
    return Object.hasOwn(value, "config") ? attempt(() => parseSettings(file, value.config), found) : undefined;
}

/** A place in a stack file by the name that its reader knows: `config` and our own namespace are left out. */
const settingPath = ([first, ...rest]: readonly PropertyKey[]): readonly PropertyKey[] =>
    first === "config" && rest.length > 0 ? withoutNamespace(rest) : first === undefined ? [] : [first, ...rest];

/**
 * The settings as the engine hands them to the program: text, with objects as JSON. Pulumi's own keys (`pulumi:*`) are not ours to judge.
 *
 * @param values the whole configuration of the stack, `pulumi.runtime.allConfig()`.
 * @throws SettingsError with every mistake.
 */
export function settingsFromConfig(stack: string, values: Readonly<Record<string, string>>): Settings {
    const own = Object.entries(values).filter(([key]) => !key.startsWith("pulumi:"));
    return parseSettings(`Pulumi.${stack}.yaml`, Object.fromEntries(own.map(([key, value]) => [key, decode(value)])));
}

/** Settings on their own level are texts, truth values, lists and mappings; none is a number. */
function decode(value: string): unknown {
    if (!/^\s*[[{]|^(true|false)$/.test(value)) {
        return value;
    }
    try {
        return JSON.parse(value) as unknown;
    } catch {
        return value;
    }
}
