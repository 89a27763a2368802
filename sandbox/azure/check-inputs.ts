import type { ResourceType } from "../../arm/resource-type";
import { RESOURCE_TYPES, resourceType } from "../../arm/resource-types";
import { autoName } from "./auto-name";
import type { AzureConfig } from "./azure-provider";
import { pathInputs } from "./create-only";
import { limitFailures } from "./input-limits";
import type { CheckAnswer, CheckRequest } from "./provider";
import { LOCATED, REQUIRED } from "./sdk-inputs";
import type { Props } from "./wire";

/**
 * What azure-native does to a program's inputs before anything else: a name, a location and the API version are filled in, and what is missing
 * or against Microsoft's limits is told. Values are not compared with lists of allowed ones (provider.go, Check): Azure itself does that.
 */
export function checkInputs(request: CheckRequest, config: AzureConfig): CheckAnswer {
    const { type, news } = request;
    if (!Object.hasOwn(RESOURCE_TYPES, type)) {
        const reason = `the sandbox does not know '${type}': it plays only the resource types of arm/services (docs/stand-in.md)`;
        return { inputs: news, failures: [{ property: "", reason }] };
    }
    const row = resourceType(type);
    const named = { ...news, ...autoName(row, request) };
    const located = { ...named, ...autoLocation(type, named, request.olds, config) };
    const inputs = { ...located, azureApiVersion: news.azureApiVersion ?? row.apiVersion };
    return { inputs, failures: [...missing(type, row, inputs), ...limitFailures(type, inputs)] };
}

/** The place that was used before, or the configured one: every resource with a place of its own gets one. */
function autoLocation(type: string, news: Props, olds: Props | undefined, { location }: AzureConfig): Props {
    const place = olds?.location ?? location;
    return news.location === undefined && LOCATED.has(type) && place !== undefined ? { location: place } : {};
}

function missing(type: string, row: ResourceType, inputs: Props): CheckAnswer["failures"] {
    const optional = new Set(
        row.names.flatMap((segment) => (typeof segment === "object" && "input" in segment ? [segment.input] : [])),
    );
    const required = [...pathInputs(row).filter((input) => !optional.has(input)), ...(REQUIRED[type] ?? [])];
    return [...new Set(required)]
        .filter((input) => inputs[input] === undefined)
        .map((input) => ({ property: input, reason: `missing required property '${input}'` }));
}
