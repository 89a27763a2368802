import { SUBNET, VIRTUAL_NETWORK } from "../azure-types";
import { resourceRule } from "../rule";
import { subnetsOf } from "../subnets";

/** Azure refuses a security group on these. */
const WITHOUT_GROUP: ReadonlySet<string> = new Set([
    "azurefirewallmanagementsubnet",
    "azurefirewallsubnet",
    "gatewaysubnet",
    "routeserversubnet",
]);

/** Subnets of private endpoints are not excused: with network policies on, their security group counts. */
export const vnetSubnetNsg = resourceRule([SUBNET, VIRTUAL_NETWORK], (resource, report) => {
    for (const { name, has } of subnetsOf(resource)) {
        if (!WITHOUT_GROUP.has(name.toLowerCase()) && !has("networkSecurityGroup")) {
            report(`subnet ${name} has no network security group`);
        }
    }
});
