import type { z } from "zod";
import type { Environment } from "./environments";
import { plainSecrets } from "./plain-secrets";
import { type Problem, problemsOf, unknownSetting } from "./problems";
import { NAMESPACES, type SETTINGS } from "./schema";
import { namesSecret } from "./secrets";
import { showPath } from "./show";

type Found = Partial<z.output<typeof SETTINGS>>;

/** What was found: settings that may be used when there is no problem. */
export interface Checked {
    readonly value?: z.output<typeof SETTINGS>;
    readonly problems: readonly Problem[];
}

/**
 * Checks the `config` mapping of a stack file. Each section is parsed by itself, so that a mistake in one does not hide those
 * between the others.
 */
export function checkSettings(environment: Environment, config: unknown): Checked {
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
