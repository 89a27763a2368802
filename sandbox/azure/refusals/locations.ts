import type { Refusal } from "../refusal";
import { REGIONS } from "../regions";
import { badRequest } from "./answers";
import { regionOf } from "./body";
import { lastOf } from "./ids";

const GROUPS = "Microsoft.Resources/resourceGroups";
/** Types whose only place is `global`. */
const GLOBAL = [
    "Microsoft.Network/privateDnsZones",
    "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
    "Microsoft.Network/trafficManagerProfiles",
];
/** Types that are anywhere. */
const EITHER = ["Microsoft.Insights/actionGroups"];
const methods = ["PUT"] as const;

const unavailable = (location: string, type: string, available: string) =>
    badRequest(
        "LocationNotAvailableForResourceType",
        `The provided location '${location}' is not available for resource type '${type}'. List of available regions for the resource type is '${available}'.`,
    );

const isAmong = (types: readonly string[], type: string): boolean =>
    types.some((one) => one.toLowerCase() === type.toLowerCase());

export const LOCATION_REFUSALS: readonly Refusal[] = [
    {
        id: "location-unknown",
        title: "A location is a region of Azure, and `global` is one only for what is in no region; which services a region lacks is not known here.",
        source: "Azure/terraform-azurerm-avm-utl-regions (which regions); Azure/azure-service-operator#769; message [U]",
        methods,
        judge: ({ arm }) => {
            const region = regionOf(arm.body);
            const fits =
                region === undefined ||
                REGIONS.has(region) ||
                (region === "global" && isAmong([...GLOBAL, ...EITHER], arm.type));
            if (fits || isAmong([GROUPS], arm.type)) {
                return undefined;
            }
            return unavailable(region ?? "", arm.type, [...REGIONS.keys()].sort().join(","));
        },
    },
    {
        id: "location-unknown-of-group",
        title: "A resource group's location is a region of Azure.",
        source: "Azure Resource Manager, error LocationNotAvailableForResourceGroup [U]",
        types: [GROUPS],
        methods,
        judge: ({ id, arm }) => {
            const region = regionOf(arm.body);
            return region === undefined || REGIONS.has(region)
                ? undefined
                : badRequest(
                      "LocationNotAvailableForResourceGroup",
                      `The provided location '${region}' is not available for resource group '${lastOf(id)}'. List of available regions is '${[...REGIONS.keys()].sort().join(",")}'.`,
                  );
        },
    },
    {
        id: "location-global-only",
        title: "Private DNS zones, their links and Traffic Manager profiles are in no region: their location is `global`.",
        source: "Azure/azure-cli#2109 (of DNS zones); documentation of trafficmanager.Profile; code and message [U]",
        types: GLOBAL,
        methods,
        judge: ({ arm }) => {
            const region = regionOf(arm.body);
            return region === undefined || region === "global" ? undefined : unavailable(region, arm.type, "global");
        },
    },
];
