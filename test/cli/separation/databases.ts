import type { PlanResource } from "../../../cli/plan/plan";
import { crossings } from "../../../cli/separation/crossings";
import { type DatabaseAccess, databaseAccess } from "../../../cli/separation/database-access";
import type { ShardArgs } from "../../../infra/sql/shard-args";
import { applicationIdentity } from "../../../stacks/identities";
import type { Tenant } from "../../../stacks/settings/data-files";
import { tenantsOn } from "../../../stacks/tenants";
import { place } from "../../infra/examples";
import { shard } from "../../infra/sql/examples";
import { type Planned, planned } from "../../planned";
import { street, TODAY } from "../../street";

type Range = Tenant["addresses"][number];

export const range = (name: string, start: string, end = start, until?: string): Range => ({
    name,
    start,
    end,
    reason: "Somebody asked for it.",
    ...(until === undefined ? {} : { until }),
});

export const reader = (group: string, objectId: string, until = "2099-12-31"): Tenant["directAccess"] => ({
    group,
    objectId,
    purpose: "support",
    until,
});

export const tenant = (id: string, changes: Partial<Tenant> = {}): Tenant => ({
    id,
    name: `Kantoor ${id.slice(2)}`,
    shard: "01",
    status: "active",
    addresses: [],
    ...changes,
});

export const SUSPENDED: Partial<Tenant> = {
    status: "suspended",
    suspended: { since: "2026-01-01", keepUntil: "2099-12-31", reason: "Its contract ended." },
};

const { ontwikkeling } = street();

/** What declares these tenants, as far as separation looks at it. */
export const loadedWith = (tenants: readonly Tenant[]) => ({ data: { ...ontwikkeling.data, tenants } });

/** The shard of some tenants, as the program would make it on a day. */
export const plannedShard = (
    tenants: readonly Tenant[],
    changes: Partial<ShardArgs> = {},
    today = TODAY,
): Promise<Planned> =>
    planned(() => {
        const application = applicationIdentity("back-end", place());
        shard({ tenants: tenantsOn(loadedWith(tenants), today), application, ...changes });
    });

export async function accessOf(
    tenants: readonly Tenant[],
    changes: Partial<ShardArgs> = {},
    edit: Edit = (resources) => resources,
): Promise<readonly DatabaseAccess[]> {
    const { resources } = await plannedShard(tenants, changes);
    return databaseAccess(edit(resources), loadedWith(tenants));
}

type Edit = (resources: readonly PlanResource[]) => readonly PlanResource[];

/** Gives some resources other inputs: the program itself makes no plan that is wrong. */
export const withInputs =
    (of: RegExp, inputs: PlanResource["inputs"]): Edit =>
    (resources) => {
        expect(resources.filter(({ urn }) => of.test(urn)).length).toBeGreaterThan(0);
        return resources.map((each) => (of.test(each.urn) ? { ...each, inputs: { ...each.inputs, ...inputs } } : each));
    };

export const crossingsOf = (databases: readonly DatabaseAccess[], tenants: readonly Tenant[]): readonly string[] =>
    crossings(databases, loadedWith(tenants));
