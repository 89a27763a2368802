import type { ResolvedResource } from "../../arm/arm-resource";
import { madeUpOutputs } from "../../arm/made-up-outputs";
import { unknownInside } from "../../arm/preview-outputs";
import { resourceType } from "../../arm/resource-types";
import { pathInputs } from "./create-only";
import { CREATE_BEFORE_DELETE } from "./diff-inputs";
import { NOT_TOLD, TOLD_OF_PATH } from "./sdk-inputs";
import { isProps, type Props } from "./wire";

/** Inputs that are azure-native's own business and no part of what Azure receives. */
const OWN = ["azureApiVersion", CREATE_BEFORE_DELETE];

/** The inputs that Azure receives. */
export const azureInputs = (inputs: Props): Props => without(inputs, OWN);

/** What azure-native reads back of a resource that was written: its inputs as Azure keeps them, and what Azure adds. */
export function deployedOutputs(resource: ResolvedResource, id: string): Props {
    const inputs = azureInputs(resource.inputs);
    const location = typeof inputs.location === "string" ? { location: normal(inputs.location) } : {};
    const added = madeUpOutputs({ ...resource, inputs }, id);
    return toldOf(resource.type, { ...inputs, ...location, ...added });
}

/**
 * The outputs that a preview shows: the inputs that will come back, and unknown what Azure will add inside them. Whatever is left out altogether the
 * SDK takes for unknown.
 *
 * @param stable of what exists already: outputs that no update changes
 */
export function previewOutputs(resource: ResolvedResource, stable: Props = {}): Props {
    const inputs = azureInputs(resource.inputs);
    return { ...toldOf(resource.type, { ...inputs, ...unknownInside(resource.type, inputs) }), ...stable };
}

/** The inputs that Azure gives back, under the names of outputs. */
function toldOf(type: string, inputs: Props): Props {
    const path = pathInputs(resourceType(type)).filter(
        (input) => input !== "name" && !TOLD_OF_PATH[type]?.includes(input),
    );
    const told = (NOT_TOLD[type] ?? []).reduce(withoutPath, without(inputs, [...path, "id"]));
    // The properties of a key stand in its outputs one by one.
    return type === "azure-native:keyvault:Key" && isProps(inputs.properties)
        ? { ...told, ...inputs.properties }
        : told;
}

export const without = (props: Props, keys: readonly string[]): Props =>
    Object.fromEntries(Object.entries(props).filter(([key]) => !keys.includes(key)));

function withoutPath(props: Props, path: string): Props {
    const [key = "", ...rest] = path.split(".");
    const inner = props[key];
    return rest.length > 0 && isProps(inner)
        ? { ...props, [key]: withoutPath(inner, rest.join(".")) }
        : without(props, [key]);
}

const normal = (location: string): string => location.toLowerCase().replaceAll(" ", "");
