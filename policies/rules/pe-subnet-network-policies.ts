import { SUBNET, VIRTUAL_NETWORK } from "../azure-types";
import { resourceRule } from "../rule";
import { found, list, text } from "../show";
import { subnetsOf } from "../subnets";

/** A delegated subnet takes no private endpoint. The SDK sends `Disabled` where nothing is said. */
export const peSubnetNetworkPolicies = resourceRule([SUBNET, VIRTUAL_NETWORK], (resource, report) => {
    for (const { name, props } of subnetsOf(resource)) {
        const policies = props.privateEndpointNetworkPolicies;
        const guarded = policies === "Enabled" || policies === "NetworkSecurityGroupEnabled";
        if (!guarded && !list(props.delegations).some((delegation) => text(delegation?.serviceName).trim())) {
            report(`${found("privateEndpointNetworkPolicies", policies)} on subnet ${name}`);
        }
    }
});
