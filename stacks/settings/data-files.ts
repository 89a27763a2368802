import type { z } from "zod";
import { ACCESS_FILE } from "./data-access";
import { ATTESTATIONS_FILE } from "./data-attestations";
import { CLASSIFICATION_FILE } from "./data-classification";
import { EXEMPTIONS_FILE } from "./data-exemptions";
import { TENANTS_FILE } from "./data-tenants";
import { deepFreeze, type Frozen } from "./fields";
import { plainSecrets } from "./plain-secrets";
import { asMistakes, problemsOf } from "./problems";
import { readYaml } from "./read-yaml";
import { type Mistake, SettingsError } from "./settings-error";

/** The schema of each reviewed data file, by its name without `.yaml`. */
export const DATA_FILES = {
    tenants: TENANTS_FILE,
    access: ACCESS_FILE,
    attestations: ATTESTATIONS_FILE,
    exemptions: EXEMPTIONS_FILE,
    classification: CLASSIFICATION_FILE,
} as const;

export type DataFile = keyof typeof DATA_FILES;

export const DATA_FILE_NAMES = Object.keys(DATA_FILES) as readonly DataFile[];

type Content<F extends DataFile> = Frozen<z.output<(typeof DATA_FILES)[F]>>;

export type Tenant = Content<"tenants">["tenants"][number];
export type AccessGrant = Content<"access">["access"][number];
export type Attestation = Content<"attestations">["attestations"][number];
export type Exemption = Content<"exemptions">["exemptions"][number];
export type Classification = Content<"classification">;

/**
 * The content of one data file.
 *
 * @throws SettingsError with every mistake.
 */
export function dataFromYaml<F extends DataFile>(kind: F, file: string, text: string): Content<F> {
    const { value, mistakes, usable } = readYaml(file, text, { bareDates: true });
    const schema: z.ZodType = DATA_FILES[kind];
    const result = usable ? schema.safeParse(value, { jitless: true }) : undefined;
    const found: readonly Mistake[] = [
        ...mistakes,
        ...(result?.error ? contentMistakes(file, schema, value, result.error.issues) : secrets(file, value)),
    ];
    if (found.length > 0 || result?.success !== true) {
        throw new SettingsError(found);
    }
    return deepFreeze(result.data) as Content<F>;
}

const secrets = (file: string, value: unknown): readonly Mistake[] => asMistakes(file, plainSecrets(value));

function contentMistakes(
    file: string,
    schema: z.ZodType,
    value: unknown,
    issues: readonly z.core.$ZodIssue[],
): readonly Mistake[] {
    const hidden = secrets(file, value);
    const others = asMistakes(file, problemsOf(schema, value, issues));
    return [...hidden, ...others.filter(({ path }) => !hidden.some((secret) => secret.path === path))];
}
