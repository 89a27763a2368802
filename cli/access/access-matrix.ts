import { DATABASE, USER_IDENTITY } from "../../policies/azure-types";
import { isInForce, meaningOf, nextReview, type PeopleRight, peopleRights } from "../../stacks/access/people-rights";
import { roleTitles } from "../../stacks/access/role-titles";
import type { AccessGrant } from "../../stacks/settings/data-files";
import type { Loaded } from "../../stacks/settings/load-environment";
import type { PlanResource } from "../plan/plan";
import { inputAt } from "../plan/planned-resources";
import { type AccessRow, nameOf, shown } from "./access-row";
import { databaseUserRows } from "./database-users";

export interface MatrixArgs {
    readonly loaded: Loaded;
    readonly resources: readonly PlanResource[];
    /** ISO date. */
    readonly today: string;
}

const STANDING = "azure-native:authorization:RoleAssignment";
const ELIGIBLE = "azure-native:authorization:PimRoleEligibilitySchedule";

/**
 * Everybody's rights in an environment: each assignment and each database user of the plan once, and what the files say besides. A right that no
 * row describes is shown too, as what it is.
 */
export function accessMatrix({ loaded, resources, today }: MatrixArgs): readonly AccessRow[] {
    const rights = new Map(
        peopleRights(loaded).map((right) => [keyOf(right.row.objectId, right.roleId, right.scope), right]),
    );
    const identities = new Set(resources.filter(hasIdentity).map(({ urn }) => urn));
    const assigned = resources
        .filter(({ type }) => type === STANDING || type === ELIGIBLE)
        .map((assignment) => assignedRow(assignment, rights, identities, loaded));
    const databases = resources.filter(({ type }) => type === DATABASE).length;
    return [
        ...assigned,
        ...databaseUserRows(loaded, resources, identities),
        ...loaded.data.access.flatMap((row) => besides(row, databases, loaded, today)),
    ].sort(inOrder);
}

const keyOf = (...parts: readonly unknown[]): string => parts.map(String).join(" ").toLowerCase();

const hasIdentity = (resource: PlanResource): boolean =>
    resource.type === USER_IDENTITY || /\bSystemAssigned\b/i.test(String(inputAt(resource, "identity", "type")));

/** An identity of the stack: the id of any other application stands in no file, and nobody reviewed it. */
const isMadeHere = ({ propertyDependencies }: PlanResource, identities: ReadonlySet<string>): boolean =>
    (propertyDependencies.principalId ?? []).some((urn) => identities.has(urn));

function assignedRow(
    assignment: PlanResource,
    rights: ReadonlyMap<string, PeopleRight>,
    identities: ReadonlySet<string>,
    loaded: Loaded,
): AccessRow {
    const { type, urn, inputs, propertyDependencies } = assignment;
    const roleId = String(inputs.roleDefinitionId).split("/").pop() ?? "";
    const right = rights.get(keyOf(inputs.principalId, roleId, inputs.scope));
    const how = type === ELIGIBLE ? "eligible" : "standing";
    const { environment } = loaded;
    if (right !== undefined) {
        return { environment, ...protocolPart(right.row), ...rightPart(right), how, urn };
    }
    const isPlatform = inputs.principalType === "ServicePrincipal" && isMadeHere(assignment, identities);
    return {
        environment,
        kind: isPlatform ? "platform" : "people",
        who: isPlatform
            ? (nameOf(propertyDependencies.principalId) ?? shown(inputs.principalId))
            : shown(inputs.principalId),
        role: roleTitles(loaded.settings).get(roleId) ?? roleId,
        on: nameOf(propertyDependencies.scope) ?? lastOf(shown(inputs.scope)),
        how,
        why: isPlatform ? shown(inputs.description) : "not in access.yaml",
        urn,
    };
}

/** What the plan does not hold of a row: what is kept elsewhere, what is to come, and what is over. */
function besides(row: AccessGrant, databases: number, loaded: Loaded, today: string): readonly AccessRow[] {
    const { environment } = loaded;
    const part = { environment, ...protocolPart(row) };
    const elsewhere = meaningOf(row)?.keptElsewhere;
    const own = peopleRights(loaded).filter((right) => right.row === row);
    const isOver = row.until !== undefined && row.until < today;
    return [
        ...(elsewhere === undefined || isOver
            ? []
            : [{ ...part, role: elsewhere, on: reachOf(row, databases), how: "kept elsewhere" as const }]),
        ...own
            .filter((right) => !isInForce(right, today))
            .map((right) => ({
                ...part,
                ...rightPart(right),
                how: right.lastDay !== undefined && right.lastDay < today ? ("ended" as const) : ("not yet" as const),
            })),
        ...(isOver && own.length === 0 ? [{ ...part, role: row.role, on: row.scope, how: "ended" as const }] : []),
    ];
}

/** Who administers the servers of SQL gets into every database on them. */
const reachOf = ({ scope }: AccessGrant, databases: number): string =>
    scope === "sql" ? `sql: every database (${databases})` : scope;

const protocolPart = (row: AccessGrant) => ({
    kind: "people" as const,
    who: row.group,
    as: row.role,
    why: row.why,
    ...(row.until === undefined ? {} : { until: row.until }),
    reviewed: row.reviewed,
    nextReview: nextReview(row),
});

const rightPart = ({ roleTitle, target, firstDay }: PeopleRight) => ({
    role: roleTitle,
    on: target,
    ...(firstDay === undefined ? {} : { from: firstDay }),
});

const lastOf = (id: string): string => id.split("/").pop() ?? id;

const ORDER: Readonly<Record<AccessRow["kind"], number>> = { people: 0, customers: 1, platform: 2 };

/** People first, then customers; then by who, as what, on what. */
const inOrder = (a: AccessRow, b: AccessRow): number => {
    const [one, other] = [a, b].map(({ kind, who, as, on, role }) => [ORDER[kind], who, as, on, role].join("\n"));
    return (one ?? "") < (other ?? "") ? -1 : 1;
};
