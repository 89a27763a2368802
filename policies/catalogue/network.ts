import { ALWAYS } from "../levels";
import type { Rule } from "../rule";
import { peSubnetNetworkPolicies } from "../rules/pe-subnet-network-policies";
import { vnetSubnetNsg } from "../rules/vnet-subnet-nsg";

/** Rules for networks. */
export const NETWORK: readonly Rule[] = [
    {
        id: "pe-subnet-network-policies",
        title: "Security groups bind private endpoints too",
        severity: "high",
        levels: ALWAYS,
        measures: [10, 13],
        remedy: "Set privateEndpointNetworkPolicies to 'Enabled'.",
        sources: {},
        check: peSubnetNetworkPolicies,
    },
    {
        id: "vnet-subnet-nsg",
        title: "Every subnet has a network security group",
        severity: "medium",
        levels: ALWAYS,
        measures: [10, 13],
        remedy: "Give the subnet a networkSecurityGroup.",
        sources: {
            checkov: ["CKV2_AZURE_31"],
            psrule: ["Azure.VNET.UseNSGs"],
            azurePolicy: ["e71308d3-144b-4262-b144-efdc3cc90517"],
        },
        check: vnetSubnetNsg,
    },
];
