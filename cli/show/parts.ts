import type { Colors } from "picocolors/types";
import type { PlanResource } from "../plan/plan";
import { initialOf, plainTable } from "./plain-table";
import { shortType } from "./tree";

export interface EnvironmentResources {
    readonly environment: string;
    readonly resources: readonly PlanResource[];
}

/** What environments are made of: the parts below the stack, and how many resources each has in each environment. */
export function showParts(environments: readonly EnvironmentResources[], room: number, colours: Colors): string {
    const counted = environments.map(({ resources }) => countParts(resources));
    const kinds = new Map(counted.flatMap((parts) => [...parts].map(([name, { kind }]) => [name, kind] as const)));
    const rows = [...kinds]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, kind]) => [name, colours.dim(kind), ...counted.map((parts) => parts.get(name)?.count ?? "")]);
    const columns = environments.map(({ environment }) => ({ head: initialOf(environment), align: "right" as const }));
    const part = { head: "Part", align: "left", least: 12 } as const;
    const kind = { head: "Kind", align: "left", drop: 1 } as const;
    return plainTable([part, kind, ...columns], rows, room, colours);
}

interface Part {
    readonly kind: string;
    /** The part itself and everything in it, components included, as Pulumi counts. */
    readonly count: number;
}

function countParts(resources: readonly PlanResource[]): ReadonlyMap<string, Part> {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const parts = new Map<string, Part>();
    for (const resource of resources.filter(({ parent }) => parent !== undefined)) {
        const { name, type } = topOf(resource, byUrn);
        parts.set(name, { kind: shortType(type), count: (parts.get(name)?.count ?? 0) + 1 });
    }
    return parts;
}

/** The ancestor that stands directly below the stack. */
function topOf(resource: PlanResource, byUrn: ReadonlyMap<string, PlanResource>): PlanResource {
    const parent = byUrn.get(resource.parent ?? "");
    return parent?.parent === undefined ? resource : topOf(parent, byUrn);
}
