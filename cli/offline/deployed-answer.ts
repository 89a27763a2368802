import { madeUpOutputs } from "../../arm/made-up-outputs";
import { resourceId } from "../../arm/resource-id";
import { planObject } from "../plan/from-registration";
import type { Oracle, Registration } from "./monitor";

/** Answers as a finished deployment would, with made-up values that are the same each time: an export needs every name and id. */
export const deployedAnswer =
    (subscriptionId: string): Oracle["answer"] =>
    (registration) => {
        const resource = resolved(registration);
        const id = idOf(resource, subscriptionId);
        return { id, outputs: { ...registration.inputs, ...madeUpOutputs(resource, id) } };
    };

const resolved = ({ type, name, inputs }: Registration) => ({ type, name, inputs: planObject(inputs) });

const idOf = (resource: ReturnType<typeof resolved>, subscriptionId: string): string =>
    resource.type.startsWith("azure-native:") ? resourceId(resource, subscriptionId) : resource.name;
