import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type DataFile, dataFromYaml } from "../../../stacks/settings/data-files";
import type { Environment } from "../../../stacks/settings/environments";
import { dataFileOf } from "../../../stacks/settings/load-environment";
import { parseSettings, type Settings } from "../../../stacks/settings/settings";
import { SettingsError } from "../../../stacks/settings/settings-error";

export const ROOT = join(__dirname, "..", "..", "..");

export const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** The `config` of a real stack file. */
export const configOf = (environment: Environment): Record<string, unknown> =>
    (parse(textOf(`Pulumi.${environment}.yaml`)) as { config: Record<string, unknown> }).config;

/** A copy in which one value is another; `undefined` takes the key away. Own settings need no namespace. */
export function changed<T>(base: T, path: readonly (string | number)[], value: unknown): T {
    const copy = structuredClone(base);
    const steps = [...path];
    const last = steps.pop() as string | number;
    const at = steps.reduce<Record<string | number, unknown>>(
        (inner, step) => inner[step] as Record<string | number, unknown>,
        copy as Record<string | number, unknown>,
    );
    if (value === undefined) {
        delete at[last];
    } else {
        at[last] = value;
    }
    return copy;
}

/** The mistakes of the real settings in which one value is another, as lines. */
export function mistakesWith(path: string, value: unknown, environment: Environment = "productie"): readonly string[] {
    const [first = "", ...rest] = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const key = String(first).includes(":") ? first : `figlo-advisor:${first}`;
    const config = changed(configOf(environment), [key, ...rest], value);
    return linesOf(() => parseSettings(`Pulumi.${environment}.yaml`, config));
}

/** The settings of the real file in which some values are others. */
export const settingsWith = (
    environment: Environment,
    changes: readonly (readonly [path: readonly (string | number)[], value: unknown])[] = [],
): Settings =>
    changes.reduce(
        (settings, [path, value]) => changed(settings, path, value),
        parseSettings(`Pulumi.${environment}.yaml`, configOf(environment)),
    );

/** The mistakes that a call throws, as lines; none when it returns. */
export function linesOf(call: () => unknown): readonly string[] {
    try {
        call();
        return [];
    } catch (error) {
        if (!(error instanceof SettingsError)) {
            throw error;
        }
        return error.mistakes.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
    }
}

/** The mistakes of a data file whose content is given as a value. */
export const dataMistakes = (kind: DataFile, content: unknown): readonly string[] =>
    linesOf(() => dataFromYaml(kind, `${kind}.yaml`, JSON.stringify(content)));

/** The content of a real data file. */
export const dataOf = (environment: Environment, kind: DataFile): Record<string, unknown> =>
    parse(textOf(dataFileOf(environment, kind))) as Record<string, unknown>;
