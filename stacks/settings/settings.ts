import type { z } from "zod";
import { type Environment, environmentOf } from "./environments";
import { deepFreeze, type Frozen } from "./fields";
import { type Problem, plainSecrets, problemsOf, unknownSetting } from "./problems";
import { readYaml } from "./read-yaml";
import { NAMESPACES, type SETTINGS, STACK_FILE_FRAME } from "./schema";
import { namesSecret } from "./secrets";
import { type Mistake, SettingsError } from "./settings-error";
import { showPath } from "./show";

/** The settings of one environment: complete, checked, and unchangeable at any depth. */
export type Settings = Frozen<z.output<typeof SETTINGS>> & { readonly environment: Environment };

type Found = Partial<z.output<typeof SETTINGS>>;

/**
 * The settings in the `config` mapping of a stack file, whose keys carry their namespace.
 *
 * @param file name of the stack file; its environment is the part between `Pulumi.` and `.yaml`.
 * @throws SettingsError with every mistake.
 */
export function parseSettings(file: string, config: unknown): Settings {
    const environment = environmentOf(/^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? file);
    const { value, problems } = check(environment, config);
    if (value === undefined || problems.length > 0) {
        throw new SettingsError(problems.map(({ path, message }) => ({ file, path: showPath(path), message })));
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

/** Adds the mistakes of a refused part to a list; anything else that is thrown is a fault of ours. */
export function attempt<T>(part: () => T, mistakes: Mistake[]): T | undefined {
    try {
        return part();
    } catch (error) {
        if (!(error instanceof SettingsError)) {
            throw error;
        }
        mistakes.push(...error.mistakes);
        return undefined;
    }
}

export const asMistakes = (file: string, problems: readonly Problem[]): readonly Mistake[] =>
    problems.map(({ path, message }) => ({ file, path: showPath(path), message }));

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

interface Checked {
    readonly value?: z.output<typeof SETTINGS>;
    readonly problems: readonly Problem[];
}

/** Each section is parsed by itself, so that a mistake in one does not hide those between the others. */
function check(environment: Environment, config: unknown): Checked {
    if (typeof config !== "object" || config === null || Array.isArray(config)) {
        return { problems: [{ path: ["config"], message: "expected a mapping with the settings" }] };
    }
    const secrets = plainSecrets(config).map(({ path, message }) => ({ path: withoutNamespace(path), message }));
    const value: Record<string, unknown> = {};
    const wrong = sections().flatMap(({ key, name, schema }) => {
        const given = Object.hasOwn(config, key) ? (config as Record<string, unknown>)[key] : undefined;
        const result = schema.safeParse(given, { jitless: true });
        value[name] = result.data;
        const problems = result.error ? problemsOf(schema, given, result.error.issues) : [];
        return problems.map(({ path, message }) => ({ path: [...withoutNamespace([key]), ...path], message }));
    });
    const problems = [...secrets, ...wrong.filter((problem) => !isSecret(problem, secrets)), ...unknownKeys(config)];
    const between = betweenSections(environment, value as Found);
    return { value: value as z.output<typeof SETTINGS>, problems: [...problems, ...between] };
}

const sections = () =>
    Object.entries(NAMESPACES).flatMap(([namespace, shape]) =>
        Object.entries(shape).map(([name, schema]) => ({
            key: `${namespace}:${name}`,
            name,
            schema: schema as z.ZodType,
        })),
    );

/** Our own settings are shown without their namespace. */
const withoutNamespace = ([key, ...rest]: readonly PropertyKey[]): readonly PropertyKey[] => [
    String(key).replace(/^figlo-advisor:/, ""),
    ...rest,
];

const isSecret = ({ path }: Problem, secrets: readonly Problem[]): boolean =>
    secrets.some((secret) => showPath(secret.path) === showPath(path));

function unknownKeys(config: object): readonly Problem[] {
    const known = sections();
    const unknown = Object.keys(config).filter((key) => !known.some((section) => section.key === key));
    return unknown.map((key) => ({ path: withoutNamespace([key]), message: ofUnknown(key, known) }));
}

function ofUnknown(key: string, known: ReturnType<typeof sections>): string {
    const bare = key.replace(/^[^:]*:/, "");
    const home = known.find(({ name }) => name === bare);
    if (home) {
        return `unknown setting; did you mean '${home.key}'?`;
    }
    if (namesSecret(bare)) {
        return "unknown setting whose name announces a secret; keep secrets in Key Vault, never in a settings file";
    }
    return unknownSetting(
        bare,
        known.map(({ name }) => name),
    );
}

function betweenSections(environment: Environment, { location, regions, protection }: Found): readonly Problem[] {
    const problems: Problem[] = [];
    if (location !== undefined && regions !== undefined && location !== regions.primary) {
        const message = `'${location.slice(0, 60)}' is not regions.primary, '${regions.primary}'; write that region in both`;
        problems.push({ path: ["azure-native:location"], message });
    }
    if (protection === false && (environment === "acceptatie" || environment === "productie")) {
        problems.push({
            path: ["protection"],
            message: `must be true in ${environment}: what holds data is protected there`,
        });
    }
    return problems;
}
