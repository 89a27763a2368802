import { z } from "zod";
import { day, digest, displayName, sentence, text } from "./fields";
import { areOnePerson } from "./one-person";
import { version } from "./versions";

const commit = text("the 40 hexadecimal digits of a commit, in lower case", /^[0-9a-f]{40}$/);

const breakGlass = z
    .strictObject({
        reason: sentence,
        requester: displayName,
        approver: displayName,
        until: day.meta({ title: "Last day on which the release may stay that skipped a step" }),
    })
    .refine(({ requester, approver }) => !areOnePerson(requester, approver), {
        path: ["approver"],
        message: "is also the requester; somebody else approves",
    });

/** A release is a version and the digest of its package. Commit and approver go into its record; the pipeline may tell them instead. */
export const releaseSettings = z.strictObject({
    version,
    digest: digest.meta({ title: "Of the release package" }),
    commit: commit.optional().meta({ title: "From which the package was built" }),
    approver: displayName.optional().meta({ title: "Who approved that it runs here" }),
    rollback: z
        .strictObject({ reason: sentence })
        .optional()
        .meta({ title: "That an older version than the one that runs is meant" }),
    breakGlass: breakGlass.optional().meta({ title: "That a step is skipped, or a statement is over its date" }),
});
