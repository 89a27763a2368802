import type { PlanResource } from "../../plan/plan";
import type { Facts } from "../facts";
import { serviceOf } from "../used-services";

const ASSIGNMENT = "azure-native:authorization:PolicyAssignment";

/** Measure 4: what Azure Policy compares the subscription with, the services in use, and types of resources that belong to none of Azure's. */
export const certifiedHosting: Facts = {
    measure: 4,
    of: ({ resources, loaded }) => [...assignments(resources, loaded.settings.ownsSubscription), types(resources)],
};

function assignments(resources: readonly PlanResource[], owns: boolean): readonly string[] {
    const assigned = resources.filter(({ type }) => type === ASSIGNMENT).map(({ inputs }) => inputs);
    if (assigned.length === 0 && !owns) {
        return ["Azure Policy is left to the owner of the subscription"];
    }
    const ofSets = assigned.filter(({ policyDefinitionId }) =>
        String(policyDefinitionId).includes("/policySetDefinitions/"),
    );
    const others = assigned.filter((one) => !ofSets.includes(one));
    return [
        `Azure Policy compares the subscription with ${names(ofSets)}`,
        `Azure Policy keeps besides: ${names(others)}`,
    ];
}

const names = (assigned: readonly PlanResource["inputs"][]): string =>
    assigned.map(({ displayName }) => String(displayName)).join(", ") || "nothing";

function types(resources: readonly PlanResource[]): string {
    const used = [...new Set(resources.map(({ type }) => type).filter((type) => type.startsWith("azure-native:")))];
    // Whether reports cover the services is said with the reports.
    const unplaced = used.filter((type) => serviceOf(type) === type);
    const services = new Set(used.map(serviceOf).filter((service) => !unplaced.includes(service)));
    const many = services.size === 1 ? "1 service" : `${services.size} services`;
    return `${used.length} types of resources in use, of ${many}; of no service that is known: ${unplaced.join(", ") || "none"}`;
}
