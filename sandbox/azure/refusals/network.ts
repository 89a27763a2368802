import ipaddr from "ipaddr.js";
import type { ArmResource } from "../../../arm/arm-resource";
import type { JsonObject } from "../../../arm/json";
import type { Cloud, CloudObject } from "../cloud";
import type { Refusal } from "../refusal";
import { badRequest, conflict } from "./answers";
import { numberAt, objectsAt, regionOf, textAt, textsAt } from "./body";
import { childrenOf, lastOf, parentId, sameText } from "./ids";
import { UNVERIFIED } from "./sources";

const SUBNETS = "Microsoft.Network/virtualNetworks/subnets";
const GROUPS = "Microsoft.Network/networkSecurityGroups";
const RULES = "Microsoft.Network/networkSecurityGroups/securityRules";
const methods = ["PUT"] as const;
const ERRORS = "Microsoft.Network, error";

const ranges = (body: JsonObject | undefined, one: string, many: string): readonly string[] => [
    ...textsAt(body, `properties.${one}`),
    ...textsAt(body, `properties.${many}[]`),
];
const subnetRanges = (body: JsonObject | undefined) => ranges(body, "addressPrefix", "addressPrefixes");

/** True where a range lies in another one; what is no range lies nowhere. */
function inside(range: string, around: string): boolean {
    if (![range, around].every((one) => ipaddr.isValidCIDR(one))) {
        return false;
    }
    const [address, bits] = ipaddr.parseCIDR(range);
    const [network, width] = ipaddr.parseCIDR(around);
    return address.kind() === network.kind() && bits >= width && address.match(network as never, width);
}
const overlap = (a: string, b: string): boolean => inside(a, b) || inside(b, a);

/** The rules of a request: those in a group's body, or the one that is written beside those of its group. */
const rulesOf = (body: JsonObject): readonly { readonly name: string; readonly properties: JsonObject }[] =>
    objectsAt(body, "properties.securityRules[]").map((rule) => ({
        name: String(rule.name),
        properties: (rule.properties ?? {}) as JsonObject,
    }));

const sameOrder = (a: JsonObject, b: JsonObject): boolean => a.priority === b.priority && a.direction === b.direction;

export const NETWORK_REFUSALS: readonly Refusal[] = [
    {
        id: "subnet-outside-network",
        title: "A subnet's range lies in its network's address space.",
        source: `${ERRORS} NetcfgInvalidSubnet [U]`,
        types: [SUBNETS],
        methods,
        judge: ({ id, arm }, cloud) => {
            const space = textsAt(cloud.get(parentId(id))?.body, "properties.addressSpace.addressPrefixes[]");
            const stray = subnetRanges(arm.body).find((range) => !space.some((around) => inside(range, around)));
            return stray === undefined
                ? undefined
                : badRequest(
                      "NetcfgInvalidSubnet",
                      `Subnet '${lastOf(id)}' is not valid because its IP address range is outside the IP address range of virtual network '${lastOf(parentId(id))}'.`,
                  );
        },
    },
    {
        id: "subnet-overlap",
        title: "Subnets of one network do not overlap.",
        source: `${ERRORS} NetcfgSubnetRangesOverlap [U]`,
        types: [SUBNETS],
        methods,
        judge: ({ id, arm }, cloud) => {
            const other = childrenOf(cloud, parentId(id), SUBNETS).find(
                (one) =>
                    !sameText(one.id, id) &&
                    subnetRanges(one.body).some((a) => subnetRanges(arm.body).some((b) => overlap(a, b))),
            );
            return (
                other &&
                badRequest(
                    "NetcfgSubnetRangesOverlap",
                    `Subnet '${lastOf(id)}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '${lastOf(parentId(id))}'.`,
                )
            );
        },
    },
    {
        id: "security-rule-conflict",
        title: "Rules of one network security group and direction have different priorities.",
        source: `${ERRORS} SecurityRuleConflict [U]`,
        types: [GROUPS, RULES],
        methods,
        judge: ({ id, arm }, cloud) => {
            const isRule = sameText(arm.type, RULES);
            const own = { name: lastOf(id), properties: (arm.body.properties ?? {}) as JsonObject };
            const rules = isRule
                ? [
                      own,
                      ...childrenOf(cloud, parentId(id), RULES).map((one) => ({
                          name: lastOf(one.id),
                          properties: (one.body.properties ?? {}) as JsonObject,
                      })),
                  ]
                : rulesOf(arm.body);
            const clash = rules.flatMap((a, index) =>
                rules
                    .slice(index + 1)
                    .flatMap((b) =>
                        !sameText(a.name, b.name) && sameOrder(a.properties, b.properties) ? [[a.name, b.name]] : [],
                    ),
            )[0];
            return (
                clash &&
                badRequest(
                    "SecurityRuleConflict",
                    `Security rule ${clash[0]} conflicts with rule ${clash[1]}. Rules cannot have the same Priority and Direction.`,
                )
            );
        },
    },
    {
        id: "security-rule-priority",
        title: "A security rule's priority is 100 to 4096.",
        source: "Azure/azure-rest-api-specs, Microsoft.Network 2024-05-01; code [U]",
        types: [GROUPS, RULES],
        methods,
        judge: ({ arm }) => {
            const all = [
                ...rulesOf(arm.body).map(({ properties }) => numberAt(properties, "priority")),
                numberAt(arm.body, "properties.priority"),
            ];
            const stray = all.find((priority) => priority !== undefined && (priority < 100 || priority > 4096));
            return stray === undefined
                ? undefined
                : badRequest(
                      "SecurityRuleInvalidPriority",
                      `Security rule has invalid Priority. Value provided: ${stray} Allowed range 100-4096.`,
                  );
        },
    },
    {
        id: "security-rule-description",
        title: "A security rule's description has at most 140 characters.",
        source: "Azure/azure-rest-api-specs, Microsoft.Network 2024-05-01; code [U]",
        types: [GROUPS, RULES],
        methods,
        judge: ({ arm }) =>
            [
                ...textsAt(arm.body, "properties.securityRules[].properties.description"),
                ...textsAt(arm.body, "properties.description"),
            ].some((text) => text.length > 140)
                ? badRequest(
                      "SecurityRuleParameterDescriptionTooLong",
                      "Security rule description cannot have more than 140 characters.",
                  )
                : undefined,
    },
    {
        id: "private-endpoint-delegated-subnet",
        title: "A private endpoint cannot stand in a delegated subnet.",
        source: "MicrosoftDocs/azure-docs#47048 (an endpoint that was there before the delegation stays); code and message [U]",
        types: ["Microsoft.Network/privateEndpoints"],
        methods,
        judge: ({ arm }, cloud) => {
            const subnet = textAt(arm.body, "properties.subnet.id") ?? "";
            return objectsAt(cloud.get(subnet)?.body, "properties.delegations[]").length > 0
                ? badRequest(
                      "PrivateEndpointCreationNotAllowedAsSubnetIsDelegated",
                      `Private endpoint ${arm.name} cannot be created in the subnet ${subnet} since it is delegated.`,
                  )
                : undefined;
        },
    },
    {
        id: "private-endpoint-other-region",
        title: "A private endpoint is in the region of its network.",
        source: `${ERRORS} InvalidResourceReference [U]`,
        types: ["Microsoft.Network/privateEndpoints"],
        methods,
        judge: ({ id, arm }, cloud) => {
            const subnet = textAt(arm.body, "properties.subnet.id") ?? "";
            const network = regionOf(cloud.get(parentId(subnet))?.body);
            return network === undefined || network === regionOf(arm.body)
                ? undefined
                : badRequest(
                      "InvalidResourceReference",
                      `Resource ${subnet} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
                  );
        },
    },
    {
        id: "zone-link-twice",
        title: "A DNS zone is linked to a network once.",
        source: "MicrosoftDocs/azure-docs#103051; code and message [U]",
        types: ["Microsoft.Network/privateDnsZones/virtualNetworkLinks"],
        methods,
        judge: ({ id, arm }, cloud) => {
            const twin = linksOf(cloud, arm).find(
                (one) => !sameText(one.id, id) && sameText(parentId(one.id), parentId(id)),
            );
            return (
                twin &&
                conflict(
                    "Conflict",
                    `The virtual network is already linked to the private DNS zone '${lastOf(parentId(id))}' by link '${lastOf(twin.id)}'.`,
                )
            );
        },
    },
    {
        id: "zone-link-same-name",
        title: "A network is linked to one DNS zone of a name.",
        source: "MicrosoftDocs/azure-aks-docs#212; microsoft-foundry/foundry-samples#214",
        types: ["Microsoft.Network/privateDnsZones/virtualNetworkLinks"],
        methods,
        judge: ({ id, arm }, cloud) => {
            const zone = parentId(id);
            const twin = linksOf(cloud, arm).find(
                (one) => !sameText(parentId(one.id), zone) && sameText(lastOf(parentId(one.id)), lastOf(zone)),
            );
            return (
                twin &&
                badRequest(
                    "BadRequest",
                    `A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried to link virtual network with '${lastOf(zone)}' and '${lastOf(parentId(twin.id))}' zones.`,
                )
            );
        },
    },
    {
        id: "zone-with-links",
        title: "A DNS zone that is linked to a network cannot be deleted.",
        source: UNVERIFIED,
        types: ["Microsoft.Network/privateDnsZones"],
        methods: ["DELETE"],
        judge: ({ id }, cloud) => {
            const links = childrenOf(cloud, id, "Microsoft.Network/privateDnsZones/virtualNetworkLinks");
            return links.length === 0
                ? undefined
                : conflict(
                      "CannotDeleteResource",
                      `Can not delete resource before nested resources are deleted. Some existing nested resource IDs include: '${links.map((link) => link.id).join("', '")}'.`,
                  );
        },
    },
];

const networkOf = (body: JsonObject): string => textAt(body, "properties.virtualNetwork.id") ?? "";
/** The links of a link's network. */
const linksOf = (cloud: Cloud, { type, body }: ArmResource): readonly CloudObject[] =>
    cloud.all(type).filter((one) => sameText(networkOf(one.body), networkOf(body)));
