import { z } from "zod";
import { day, displayName, guid, sentence, unique, wholeNumber } from "./fields";

/** What somebody does here; the components give each role the narrowest rights that it needs. */
export const ROLES = [
    "developer",
    "tester",
    "release-manager",
    "database-administrator",
    "support",
    "security-tester",
    "auditor",
    "pipeline",
] as const;

/** On what a role is given. */
const SCOPES = ["resource-groups", "sql", "vaults", "documents", "packages", "web", "logs", "state"] as const;

const grant = z
    .strictObject({
        group: displayName.meta({ title: "The Entra group, or the pipeline's identity" }),
        objectId: guid,
        role: z.enum(ROLES),
        scope: z.enum(SCOPES),
        why: sentence,
        until: day.optional().meta({ title: "Last day of access that is not for good" }),
        reviewed: day.meta({ title: "When the owner last confirmed it" }),
        reviewEveryDays: wholeNumber(30, 366),
        standing: z
            .boolean()
            .meta({ title: "True: always there; false: eligible, activated for some hours with a reason" }),
    })
    .superRefine(({ role, until, reviewed, standing }, context) => {
        const add = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
        if (role === "security-tester" && until === undefined) {
            add("until", "is missing; access for a security test has a last day");
        }
        if (until !== undefined && until < reviewed) {
            add("until", `ends before it was reviewed, on ${reviewed}; remove the row or review it again`);
        }
        if (role === "pipeline" && !standing) {
            add("standing", "a pipeline has nobody who could activate a right; write true");
        }
    });

/** `access.yaml`: the access protocol, from which people's rights come and from nowhere else. */
export const ACCESS_FILE = z.strictObject({
    access: z
        .array(grant)
        .superRefine(
            unique<z.output<typeof grant>>("group, role and scope", undefined, ({ group, role, scope }) =>
                [group, role, scope].join(", "),
            ),
        ),
});
