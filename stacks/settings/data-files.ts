import type { z } from "zod";
import { ACCESS_FILE } from "./data-access";
import { ATTESTATIONS_FILE } from "./data-attestations";
import { CLASSIFICATION_FILE } from "./data-classification";
import { EXEMPTIONS_FILE } from "./data-exemptions";
import { TENANTS_FILE } from "./data-tenants";
import { deepFreeze, type Frozen } from "./fields";
import { asMistakes, isMapping, missingFrom, problemsOf, without } from "./problems";
import { mistakesIn, readYaml, withoutConsequences } from "./read-yaml";
import { refusedTexts } from "./refused-texts";
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
    const yaml = readYaml(file, text, { bareDates: true });
    const schema: z.ZodType = DATA_FILES[kind];
    const result = yaml.usable ? schema.safeParse(yaml.value, { jitless: true }) : undefined;
    const content = result === undefined ? [] : contentMistakes(file, schema, yaml.value, result.error?.issues ?? []);
    const found = [...mistakesIn(file, yaml, asItIs), ...withoutConsequences(yaml, asItIs, content)];
    if (found.length > 0 || result?.success !== true) {
        throw new SettingsError(found);
    }
    return deepFreeze(result.data) as Content<F>;
}

const asItIs = (path: readonly PropertyKey[]): readonly PropertyKey[] => path;

function contentMistakes(
    file: string,
    schema: z.ZodType,
    value: unknown,
    issues: readonly z.core.$ZodIssue[],
): readonly Mistake[] {
    if (!isMapping(value)) {
        return asMistakes(file, missingFrom(schema, value));
    }
    const refused = refusedTexts(value);
    return asMistakes(file, [...refused, ...without(problemsOf(schema, value, issues), refused)]);
}
