import { DATABASE_USER } from "../../policies/allowed-types";
import type { Loaded } from "../../stacks/settings/load-environment";
import type { PlanResource } from "../plan/plan";
import { listAt } from "../plan/planned-resources";
import { type AccessRow, nameOf, shown } from "./access-row";

type Tenant = Loaded["data"]["tenants"][number];

/**
 * What is inside databases: each user of the plan once, and customers' own readers that the files name and the plan does not have.
 *
 * @param identities URNs of the identities that the stack makes
 */
export function databaseUserRows(
    { environment, data }: Loaded,
    resources: readonly PlanResource[],
    identities: ReadonlySet<string>,
): readonly AccessRow[] {
    const users = resources.filter(({ type }) => type === DATABASE_USER);
    const readers = data.tenants.filter(({ directAccess }) => directAccess !== undefined);
    const inPlan = users.map((user): AccessRow => {
        const isPlatform = (user.propertyDependencies.entraId ?? []).some((urn) => identities.has(urn));
        const tenant = readers.find((each) => isReader(user, each));
        const part = {
            environment,
            role: rightsOf(user),
            on: databaseOf(user),
            how: "standing",
            urn: user.urn,
        } as const;
        if (isPlatform) {
            const who = nameOf(user.propertyDependencies.entraId) ?? shown(user.inputs.entraId);
            return { ...part, kind: "platform", who, why: "Works with the data of this customer." };
        }
        return tenant?.directAccess === undefined
            ? { ...part, kind: "people", who: shown(user.inputs.userName), why: "not in tenants.yaml" }
            : { ...part, ...readerPart(tenant.directAccess) };
    });
    const gone = readers.filter((tenant) => !users.some((user) => isReader(user, tenant)));
    return [
        ...inPlan,
        ...gone.flatMap(({ id, directAccess }) =>
            directAccess === undefined
                ? []
                : [
                      {
                          environment,
                          role: "nothing any more",
                          on: `database of ${id}`,
                          how: "ended" as const,
                          ...readerPart(directAccess),
                      },
                  ],
        ),
    ];
}

/** A reader that the file names for another customer's database is nobody's. */
const isReader = ({ inputs }: PlanResource, { id, directAccess }: Tenant): boolean =>
    inputs.entraId === directAccess?.objectId && shown(inputs.database).endsWith(`-${id}`);

const readerPart = ({ group, purpose, until }: NonNullable<Tenant["directAccess"]>) => ({
    kind: "customers" as const,
    who: group,
    why: PURPOSES[purpose],
    until,
});

const PURPOSES: Readonly<Record<NonNullable<Tenant["directAccess"]>["purpose"], string>> = {
    portability: "The customer takes its own data along (portability).",
    support: "The customer looks at its own data with support.",
    "security-test": "The customer has its own database tested.",
};

const rightsOf = (user: PlanResource): string =>
    [...listAt(user, "roles"), ...listAt(user, "grants")].map(shown).join(", ") || "nothing";

const databaseOf = ({ inputs }: PlanResource): string => `database ${shown(inputs.database)}`;
