import { z } from "zod";
import { day, digest } from "../settings/fields";
import { asMistakes, problemsOf } from "../settings/problems";
import { version } from "../settings/versions";
import type { History } from "./release-history";

/** Text of a record as people or pipelines wrote it; the settings ask for more. */
const words = z.string().min(1).max(2_000).describe("text of at most 2000 characters");
const name = words.refine((text) => text.trim() !== "", "is blank");

// Closed: what is in an entry is under its digest, so nothing of it may be lost by reading.
const entry = z.strictObject({
    environment: name,
    version,
    digest,
    commit: name.optional(),
    approver: name.optional(),
    deployed: day,
    where: z.enum(["azure", "sandbox"]).describe("'azure' or 'sandbox'"),
    rollback: words.optional(),
    breakGlass: z.strictObject({ reason: words, requester: words, approver: words, until: day }).optional(),
    number: z.int().min(1).describe("a number from 1 on"),
    previous: digest.optional(),
    sha256: digest,
});

const history = z.array(entry).max(100_000).describe("a list of release records");

/** Mistakes that are told; a list of thousands is wrong in the same way throughout. */
const MOST_TOLD = 5;

/** Records that have not the form of records. Its message is meant for the user. */
export class UnreadableHistoryError extends Error {
    override readonly name = "UnreadableHistoryError";
    /** Pulumi shows an error that is marked so without a stack. */
    readonly __pulumiRunError = true;
}

/**
 * The records of a stack, as its output `releases` holds them. Whether they are true is not asked here: `brokenLinks` tells.
 *
 * @param label what the records are called in an error
 * @throws UnreadableHistoryError with the first mistakes.
 */
export function readHistory(value: unknown, label: string): History {
    const read = history.safeParse(value, { jitless: true });
    if (read.success) {
        return read.data;
    }
    const mistakes = asMistakes(label, problemsOf(history, value, read.error.issues));
    const told = mistakes
        .slice(0, MOST_TOLD)
        .map(({ path, message }) => `\n  - ${path === "" ? "" : `${path}: `}${message}`);
    const more = mistakes.length > MOST_TOLD ? `\n  and ${mistakes.length - MOST_TOLD} more` : "";
    throw new UnreadableHistoryError(
        `${label} holds no list of release records as this version writes them:${told.join("")}${more}\nExport the stack again, and do not edit what it prints`,
    );
}
