import type { ResourceType } from "../../arm/resource-type";
import { RESOURCE_TYPES, resourceType } from "../../arm/resource-types";
import { autoName } from "./auto-name";
import type { AzureConfig } from "./azure-provider";
import { pathInputs } from "./create-only";
import { limitFailures } from "./input-limits";
import type { CheckAnswer, CheckRequest } from "./provider";
import { LOCATED, REQUIRED } from "./sdk-inputs";
import { typeFailures } from "./type-failures";
import { isUnknown, type Props } from "./wire";

/** The location of a resource group that exists. */
export type LocationOfGroup = (name: string) => Promise<string | undefined>;

/**
 * What azure-native does to a program's inputs before anything else: a name, a location and the API version are filled in, and what is missing,
 * of another type or against Microsoft's limits is told. Values are not compared with lists of allowed ones (provider.go, Check): Azure itself
 * does that.
 */
export async function checkInputs(
    request: CheckRequest,
    config: AzureConfig,
    locationOfGroup: LocationOfGroup,
): Promise<CheckAnswer> {
    const { type, news } = request;
    if (!Object.hasOwn(RESOURCE_TYPES, type)) {
        const reason = `the sandbox does not know '${type}': it plays only the resource types of arm/services (docs/stand-in.md)`;
        return { inputs: news, failures: [{ property: "", reason }] };
    }
    const row = resourceType(type);
    const named = { ...news, ...autoName(row, request) };
    const located = { ...named, ...(await autoLocation(request, config, locationOfGroup)) };
    const inputs = { ...located, azureApiVersion: news.azureApiVersion ?? row.apiVersion };
    const failures = [...missing(type, row, inputs), ...typeFailures(type, inputs), ...limitFailures(type, inputs)];
    return { inputs, failures };
}

/** The place that was used before, or the configured one, or that of the resource group (provider.go, getDefaultLocation). */
async function autoLocation(
    { type, news, olds }: CheckRequest,
    { location }: AzureConfig,
    locationOfGroup: LocationOfGroup,
): Promise<Props> {
    if (news.location !== undefined || !LOCATED.has(type)) {
        return {};
    }
    const group = news.resourceGroupName;
    // While the group's name is unknown azure-native makes the location unknown too; the offline preview leaves it out, and so does this.
    const ofGroup = async () => (typeof group === "string" && !isUnknown(group) ? locationOfGroup(group) : undefined);
    const place = olds?.location ?? location ?? (await ofGroup());
    return place === undefined ? {} : { location: place };
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
