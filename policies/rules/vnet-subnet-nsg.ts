import { SUBNET, VIRTUAL_NETWORK } from "../azure-types";
import { isGiven, isMark, unguarded } from "../marks";
import { resourceRule } from "../rule";
import { isGatewaySubnet, subnetsOf } from "../subnets";

/** Subnets of private endpoints are not excused: with network policies on, their security group counts. */
export const vnetSubnetNsg = resourceRule([SUBNET, VIRTUAL_NETWORK], (resource, report) => {
    for (const { name, given } of subnetsOf(resource)) {
        if (!isGatewaySubnet(name) && !isGroup(given("networkSecurityGroup"))) {
            report(`subnet ${name} has no network security group`);
        }
    }
});

/** A reference to a group, known or not. */
const isGroup = (value: unknown): boolean => isMark(value) || isGiven(unguarded(value, "id"));
