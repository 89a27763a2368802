import type { PlanResource } from "../../cli/plan/plan";
import type { Planned } from "../planned";

/** The URNs of all that a resource depends on, also by way of others: what state knows to be older. */
export function allBefore(resource: PlanResource, { resources }: Planned): ReadonlySet<string> {
    const byUrn = new Map(resources.map((each) => [each.urn, each]));
    const found = new Set<string>();
    const open = [...resource.dependencies];
    for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
        if (!found.has(urn)) {
            found.add(urn);
            open.push(...(byUrn.get(urn)?.dependencies ?? []));
        }
    }
    return found;
}
