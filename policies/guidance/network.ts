import type { Guidance } from "../guidance";

export const NETWORK: Guidance = {
    "nsg-no-any-inbound": {
        why: "A rule for everybody is what a network security group is there to prevent.",
        example:
            'new network.SecurityRule("from-front-end", { ...args, access: "Allow", direction: "Inbound", sourceAddressPrefix: "10.40.1.0/24" });',
    },
    "pe-subnet-network-policies": {
        why: "Azure leaves security groups out for private endpoints unless the subnet says otherwise: the database would be open to the whole network.",
        example: 'new network.Subnet("endpoints", { ...args, privateEndpointNetworkPolicies: "Enabled" });',
    },
    "vnet-subnet-nsg": {
        why: "A subnet without a security group takes traffic from the whole network.",
        example: 'new network.Subnet("endpoints", { ...args, networkSecurityGroup: { id: group.id } });',
    },
};
