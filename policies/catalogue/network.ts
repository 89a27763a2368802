import { ALWAYS } from "../levels";
import type { Rule } from "../rule";
import { nsgNoAnyInbound } from "../rules/nsg-no-any-inbound";
import { peSubnetNetworkPolicies } from "../rules/pe-subnet-network-policies";
import { vnetSubnetNsg } from "../rules/vnet-subnet-nsg";

/** Rules for networks. */
export const NETWORK: readonly Rule[] = [
    {
        id: "nsg-no-any-inbound",
        title: "No security group lets everybody in",
        severity: "critical",
        levels: ALWAYS,
        measures: [10],
        remedy: "Name the networks or addresses that need it; what is meant for everybody comes in by App Service and Traffic Manager.",
        sources: {
            checkov: ["CKV_AZURE_9", "CKV_AZURE_10", "CKV_AZURE_160"],
            psrule: ["Azure.NSG.AnyInboundSource"],
        },
        check: nsgNoAnyInbound,
    },
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
