import { SUBNET, VIRTUAL_NETWORK } from "../azure-types";
import type { Props } from "../model";
import { resourceRule } from "../rule";
import { found, list, text } from "../show";
import { isGatewaySubnet, subnetsOf } from "../subnets";

/** A delegated subnet takes no private endpoint. The SDK sends `Disabled` where nothing is said. */
export const peSubnetNetworkPolicies = resourceRule([SUBNET, VIRTUAL_NETWORK], (resource, report) => {
    for (const { name, props } of subnetsOf(resource)) {
        const policies = props.privateEndpointNetworkPolicies;
        const guarded = policies === "Enabled" || policies === "NetworkSecurityGroupEnabled";
        if (!guarded && !isGatewaySubnet(name) && !list(props.delegations).some(isDelegation)) {
            report(`${found("privateEndpointNetworkPolicies", policies)} on subnet ${name}`);
        }
    }
});

/** To a type of resource, such as `Microsoft.Web/serverFarms`. */
const isDelegation = (delegation: Props | null): boolean =>
    /^[a-z]\w*(\.\w+)+(\/\w+)+$/i.test(text(delegation?.serviceName));
