import type { z } from "zod";
import { checkSettings } from "./check-settings";
import { type Environment, environmentOf } from "./environments";
import { deepFreeze, type Frozen } from "./fields";
import { asMistakes, problemsOf } from "./problems";
import { readYaml } from "./read-yaml";
import { type SETTINGS, STACK_FILE_FRAME } from "./schema";
import { attempt, SettingsError } from "./settings-error";

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
    const { value, mistakes, usable } = readYaml(file, text, { bareDates: false });
    const found = [...mistakes];
    const frame = usable ? STACK_FILE_FRAME.safeParse(value, { jitless: true }) : undefined;
    if (frame?.error) {
        found.push(...asMistakes(file, problemsOf(STACK_FILE_FRAME, value, frame.error.issues)));
    }
    const config = (value as { config?: unknown } | undefined)?.config;
    if (usable && !found.some(({ path }) => path === "" || path === "config")) {
        const settings = attempt(() => parseSettings(file, config), found);
        if (settings !== undefined && found.length === 0) {
            return settings;
        }
    }
    throw new SettingsError(found);
}

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
