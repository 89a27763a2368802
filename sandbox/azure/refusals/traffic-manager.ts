import type { Cloud, CloudObject } from "../cloud";
import type { CloudRequest, Refusal } from "../refusal";
import { badRequest } from "./answers";
import { objectsAt, regionOf, textAt, textsAt } from "./body";
import { lastOf, subscriptionOf } from "./ids";
import { SDK, UNVERIFIED } from "./sources";

const types = ["Microsoft.Network/trafficManagerProfiles"];
const methods = ["PUT"] as const;
const INVALID = "Some of the provided Azure Website endpoints are not valid";

/** The App Service sites that a profile leads to as endpoints in Azure. */
const sites = ({ arm }: CloudRequest, cloud: Cloud): readonly CloudObject[] =>
    objectsAt(arm.body, "properties.endpoints[]")
        .filter(({ type }) => /azureEndpoints$/i.test(String(type)))
        .flatMap((endpoint) => cloud.get(textAt(endpoint, "properties.targetResourceId") ?? "") ?? [])
        .filter(({ type }) => /^Microsoft\.Web\/sites$/i.test(type));

const repeated = <T>(values: readonly T[]): T | undefined =>
    values.find((value, index) => values.indexOf(value) !== index);

export const TRAFFIC_MANAGER_REFUSALS: readonly Refusal[] = [
    {
        id: "traffic-manager-same-target",
        title: "A profile leads to a target once.",
        source: UNVERIFIED,
        types,
        methods,
        judge: ({ arm }) => {
            const targets = textsAt(arm.body, "properties.endpoints[].properties.targetResourceId").map((id) =>
                id.toLowerCase(),
            );
            return repeated(targets) === undefined
                ? undefined
                : badRequest("BadRequest", "The endpoint targets must be unique within a profile.");
        },
    },
    {
        id: "traffic-manager-same-region",
        title: "Two sites of one region cannot both be endpoints of a profile.",
        source: "MicrosoftDocs/azure-docs#16469, #46598; code [U]",
        types,
        methods,
        judge: (request, cloud) => {
            const all = sites(request, cloud);
            const region = repeated(all.map(({ body }) => regionOf(body)));
            return region === undefined
                ? undefined
                : badRequest(
                      "BadRequest",
                      `${INVALID}: One or more conflicts detected in traffic manager configuration. Multiple domains point to region "${region}": ${hosts(all.filter(({ body }) => regionOf(body) === region))}.`,
                  );
        },
    },
    {
        id: "traffic-manager-plan-too-small",
        title: "A site that is an endpoint of a profile has a plan of Standard or higher; Azure's answer speaks of the subscription.",
        source: "MicrosoftDocs/azure-docs#46598; code [U]",
        types,
        methods,
        judge: (request, cloud) => {
            const small = sites(request, cloud).filter(({ body }) =>
                /^(F|D|B)\d|^(Free|Shared|Basic)/i.test(skuOf(cloud, body)),
            );
            return small.length === 0
                ? undefined
                : badRequest(
                      "BadRequest",
                      `${INVALID}: Traffic manager configuration is not valid because one or more domains do not belong to subscription "${subscriptionOf(request.id)}": ${hosts(small)}.`,
                  );
        },
    },
    {
        id: "traffic-manager-same-priority",
        title: "Endpoints of a profile have different priorities.",
        source: `${SDK} (trafficmanager.Endpoint); code and message [U]`,
        types,
        methods,
        judge: ({ arm }) => {
            const priorities = objectsAt(arm.body, "properties.endpoints[].properties").flatMap(
                ({ priority }) => priority ?? [],
            );
            return repeated(priorities) === undefined
                ? undefined
                : badRequest("BadRequest", "The endpoint priorities must be unique within a profile.");
        },
    },
];

const hosts = (all: readonly CloudObject[]): string =>
    all.map(({ id }) => `${lastOf(id)}.azurewebsites.net`).join(", ");
const skuOf = (cloud: Cloud, site: CloudObject["body"]): string =>
    textAt(cloud.get(textAt(site, "properties.serverFarmId") ?? "")?.body, "sku.name") ?? "";
