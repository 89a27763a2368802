import { z } from "zod";
import { MEANINGS } from "../access/role-table";
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

export type RoleName = (typeof ROLES)[number];

/** On what a role is given. */
const SCOPES = ["resource-groups", "sql", "vaults", "documents", "packages", "web", "logs", "state"] as const;

export type ScopeName = (typeof SCOPES)[number];

/** Azure's policy for what must be asked for lets nothing stand longer than a year, unless somebody changed it. */
const LONGEST_ELIGIBLE_DAYS = 365;

const grant = z
    .strictObject({
        group: displayName.meta({ title: "The Entra group; a pipeline's identity is a member of its own" }),
        objectId: guid.meta({ title: "Object id of the group" }),
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
    .superRefine(({ role, scope, until, reviewed, reviewEveryDays, standing }, context) => {
        const add = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
        if (MEANINGS[scope][role] === undefined) {
            add("scope", `'${role}' has no work on '${scope}'; ${allowedInstead(role, scope)}`);
        }
        if (!standing && reviewEveryDays > LONGEST_ELIGIBLE_DAYS) {
            add(
                "reviewEveryDays",
                `${reviewEveryDays} days is longer than Azure lets a right be eligible; write ${LONGEST_ELIGIBLE_DAYS} or less`,
            );
        }
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
            unique<Grant>("group, role and scope", undefined, ({ group, role, scope }) =>
                [group, role, scope].join(", "),
            ),
        )
        .superRefine(unlikeGroups)
        .superRefine(sameRights),
});

type Grant = z.output<typeof grant>;

/** What the role is for, and who else works there. */
function allowedInstead(role: RoleName, scope: ScopeName): string {
    const scopes = SCOPES.filter((each) => MEANINGS[each][role] !== undefined);
    const roles = ROLES.filter((each) => MEANINGS[scope][each] !== undefined);
    return `'${role}' is for ${scopes.join(", ")}, and on '${scope}' work ${roles.join(", ")}`;
}

/** One id is one group. */
function unlikeGroups(grants: readonly Grant[], context: z.RefinementCtx): void {
    grants.forEach(({ group, objectId }, index) => {
        const other = grants.slice(0, index).find((each) => (each.group === group) !== (each.objectId === objectId));
        if (other !== undefined) {
            const message =
                other.group === group
                    ? `'${group}' has another id above, ${other.objectId}; write the one that Entra shows`
                    : `is the id of '${other.group}' above; write the id of '${group}'`;
            context.addIssue({ code: "custom", path: [index, "objectId"], message });
        }
    });
}

/** Azure takes one role for a group on a thing once: a second row for it is 409 RoleAssignmentExists. */
function sameRights(grants: readonly Grant[], context: z.RefinementCtx): void {
    grants.forEach((grant, index) => {
        const other = grants
            .slice(0, index)
            .find((each) => each.objectId === grant.objectId && givenTwice(each, grant) && each.role !== grant.role);
        if (other !== undefined) {
            const message = `gives '${grant.group}' on '${grant.scope}' what it has there as ${other.role}; keep one of both rows`;
            context.addIssue({ code: "custom", path: [index, "role"], message });
        }
    });
}

const givenTwice = (a: Grant, b: Grant): boolean => keysOf(a).some((key) => keysOf(b).includes(key));

const keysOf = ({ role, scope }: Grant): readonly string[] =>
    (MEANINGS[scope][role]?.gives ?? []).map(({ role: given, on }) => JSON.stringify([given, on]));
