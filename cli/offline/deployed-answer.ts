import { madeUpOutputs } from "../../arm/made-up-outputs";
import { resourceId } from "../../arm/resource-id";
import { planObject } from "../plan/from-registration";
import type { Oracle, Registration, WireObject } from "./monitor";

const DYNAMIC = "pulumi-nodejs:dynamic/";

/** Answers as a finished deployment would, with made-up values that are the same each time: an export needs every name and id. */
export const deployedAnswer =
    (subscriptionId: string): Oracle["answer"] =>
    (registration) => {
        if (registration.type.startsWith(DYNAMIC)) {
            return { id: registration.name, outputs: dynamicOutputs(registration.inputs) };
        }
        const resource = resolved(registration);
        const id = idOf(resource, subscriptionId);
        return { id, outputs: { ...registration.inputs, ...madeUpOutputs(resource, id) } };
    };

/** A dynamic resource answers what its own provider says, which no table knows; a record of releases has at least the one it is for. */
const dynamicOutputs = (inputs: WireObject): WireObject =>
    inputs.release === undefined ? inputs : { ...inputs, history: [inputs.release] };

const resolved = ({ type, name, inputs }: Registration) => ({ type, name, inputs: planObject(inputs) });

const idOf = (resource: ReturnType<typeof resolved>, subscriptionId: string): string =>
    resource.type.startsWith("azure-native:") ? resourceId(resource, subscriptionId) : resource.name;
