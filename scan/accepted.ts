import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { ENVIRONMENTS } from "../stacks/settings/environments";
import { ScanRefusal } from "./refusal";

const texts = z.array(z.string().min(1)).min(1);

const ACCEPTED = z.array(
    z.strictObject({
        checks: z
            .array(z.string().regex(/^CKV2?_[A-Z]+_\d+$/, "expected an id of Checkov's, such as CKV_AZURE_24"))
            .min(1),
        kind: z.string().min(1),
        /** Names of resources, `*` for any text; every name when left out. */
        names: texts.default(["*"]),
        /** Tags that the resource must have; none when left out. */
        tags: z.record(z.string(), z.string()).default({}),
        /** All four when left out. */
        environments: z
            .array(z.enum(ENVIRONMENTS))
            .min(1)
            .default([...ENVIRONMENTS]),
        reason: z.string().min(40, "expected a reason: why it is no fault here, and what keeps the promise instead"),
        /** Rules of our own pack that keep the promise. */
        rules: texts.default([]),
    }),
);

/** Findings that are accepted, each combination of check, name and environment for the same reason. */
export type Accepted = z.infer<typeof ACCEPTED>[number];

/**
 * The findings that a file accepts.
 *
 * @throws ScanRefusal with every mistake in the file.
 */
export function readAccepted(path: string): readonly Accepted[] {
    return parseAccepted(readFileSync(path, "utf8"));
}

/** The same from the text of the file. */
export function parseAccepted(text: string): readonly Accepted[] {
    const parsed = ACCEPTED.safeParse(parse(text));
    if (!parsed.success) {
        const mistakes = parsed.error.issues.map(({ path, message }) => `  - ${where(path)}: ${message}`);
        throw new ScanRefusal(`the accepted findings have mistakes:\n${mistakes.join("\n")}`);
    }
    return parsed.data;
}

const where = ([entry, ...path]: readonly PropertyKey[]): string =>
    entry === undefined ? "the file" : [`entry ${Number(entry) + 1}`, ...path].join(" ");
