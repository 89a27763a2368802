import { RESOURCE, SECRET, SIGNATURE, UNKNOWN } from "../../arm/wire-form";
import type { Registration, WireObject } from "../offline/monitor";
import { holdsSecret, inTheOpen, secretTexts } from "./in-the-open";
import type { AskedResource, EnvironmentPlan, PlanObject, PlanResource, PlanValue } from "./plan";

/** A plan from all that a program registered. */
export function planOf(registrations: readonly Registration[], outputs: WireObject): EnvironmentPlan {
    const own = registrations
        .filter(({ type }) => !type.startsWith("pulumi:providers:"))
        .sort((a, b) => (a.urn < b.urn ? -1 : 1));
    const resources = own.map(planResource);
    const asked = own.map((registration, index) => askedResource(registration, resources[index] as PlanResource));
    return { resources, asked, outputs: planObject(outputs) };
}

/** Most resources have no secret: what is planned of them is what is asked. */
function askedResource(registration: Registration, planned: PlanResource): AskedResource {
    const { custom, external, added } = registration;
    const marks = external ? { custom, external } : { custom };
    if (added === undefined && !holdsSecret(registration.inputs)) {
        return { ...planned, ...marks, secrets: [] };
    }
    const given = { ...added, ...registration.inputs };
    const inputs = inTheOpen(given) as WireObject;
    return { ...planResource({ ...registration, inputs }), ...marks, secrets: secretTexts(given) };
}

/** A planned resource from what the program registered: keys sorted, unknowns and secrets as marks. */
export function planResource(registration: Registration): PlanResource {
    const { urn, type, name, parent, inputs, dependencies, propertyDependencies, protect } = registration;
    const { __provider, ...visible } = inputs;
    return {
        urn,
        type,
        name,
        ...(parent ? { parent } : {}),
        inputs: planObject(visible),
        dependencies: [...dependencies].sort(),
        propertyDependencies: sortedDependencies(propertyDependencies),
        protect,
    };
}

/** The same for a bag of values, such as a stack's outputs. */
export function planObject(wire: WireObject): PlanObject {
    const entries = Object.keys(wire)
        .sort()
        .map((key) => [key, planValue(wire[key])] as const);
    return Object.fromEntries(entries);
}

function planValue(wire: unknown): PlanValue {
    if (wire === UNKNOWN) {
        return { $unknown: true };
    }
    if (Array.isArray(wire)) {
        return wire.map(planValue);
    }
    if (typeof wire === "object" && wire !== null) {
        return signed(wire as WireObject) ?? planObject(wire as WireObject);
    }
    return (wire ?? null) as PlanValue;
}

function signed(wire: WireObject): PlanValue | undefined {
    switch (wire[SIGNATURE]) {
        case undefined:
            return undefined;
        case SECRET:
            return containsUnknown(wire.value) ? { $secret: true, $unknown: true } : { $secret: true };
        case RESOURCE:
            return planValue(wire.id === "" ? UNKNOWN : (wire.id ?? wire.urn));
        default:
            return planObject(Object.fromEntries(Object.entries(wire).filter(([key]) => key !== SIGNATURE)));
    }
}

const containsUnknown = (wire: unknown): boolean => JSON.stringify(wire)?.includes(UNKNOWN) ?? false;

function sortedDependencies(dependencies: Registration["propertyDependencies"]): Record<string, readonly string[]> {
    return Object.fromEntries(
        Object.keys(dependencies)
            .filter((key) => (dependencies[key]?.length ?? 0) > 0)
            .sort()
            .map((key) => [key, [...(dependencies[key] ?? [])].sort()] as const),
    );
}
