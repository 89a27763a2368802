import { append } from "../../policies/multi-map";
import type { PlanObject, PlanResource, PlanValue } from "./plan";

/** The resources of a plan with the questions that facts ask of them; each answer is looked up, since plans can be large. */
export class PlannedResources {
    private readonly byUrn: ReadonlyMap<string, PlanResource>;
    private readonly byType = new Map<string, PlanResource[]>();
    /** By type and input, who refers to a URN. */
    private readonly byReference = new Map<string, ReadonlyMap<string, readonly PlanResource[]>>();

    constructor(readonly all: readonly PlanResource[]) {
        this.byUrn = new Map(all.map((resource) => [resource.urn, resource]));
        for (const resource of all) {
            append(this.byType, resource.type.replace(/^azure-native:/, ""), resource);
        }
    }

    /** By type token without `azure-native:`. */
    ofType(...types: readonly string[]): readonly PlanResource[] {
        return types.flatMap((type) => this.byType.get(type) ?? []);
    }

    /** The resources of a type from whose outputs an input is made. */
    references({ propertyDependencies }: PlanResource, property: string, type: string): readonly PlanResource[] {
        const urns = propertyDependencies[property] ?? [];
        return urns
            .map((urn) => this.byUrn.get(urn))
            .filter((found): found is PlanResource => found?.type === `azure-native:${type}`);
    }

    /** The resources of a type that refer to one by an input. */
    referrers(target: PlanResource, property: string, type: string): readonly PlanResource[] {
        const key = `${type} ${property}`;
        const known = this.byReference.get(key) ?? this.referencesBy(property, type);
        this.byReference.set(key, known);
        return known.get(target.urn) ?? [];
    }

    private referencesBy(property: string, type: string): ReadonlyMap<string, readonly PlanResource[]> {
        const found = new Map<string, PlanResource[]>();
        for (const resource of this.ofType(type)) {
            for (const urn of new Set(resource.propertyDependencies[property])) {
                append(found, urn, resource);
            }
        }
        return found;
    }
}

export const isPlanObject = (value: PlanValue | undefined): value is PlanObject =>
    typeof value === "object" && value !== null && !Array.isArray(value);

/** A value inside a resource's inputs by its path; `undefined` where there is none. */
export function inputAt({ inputs }: PlanResource, ...path: readonly string[]): PlanValue | undefined {
    return path.reduce<PlanValue | undefined>((value, key) => (isPlanObject(value) ? value[key] : undefined), inputs);
}

/** A region in ARM's spelling; empty where a resource names none. */
export const regionOf = (resource: PlanResource): string => {
    const location = inputAt(resource, "location");
    return typeof location === "string" ? location.replace(/\s/g, "").toLowerCase() : "";
};

/** A list among a resource's inputs; empty where it is none. */
export const listAt = (resource: PlanResource, ...path: readonly string[]): readonly PlanValue[] => {
    const value = inputAt(resource, ...path);
    return Array.isArray(value) ? value : [];
};
