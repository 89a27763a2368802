import { armResource } from "../../../../arm/arm-resource";
import { Cloud } from "../../../../sandbox/azure/cloud";
import { NETWORK_REFUSALS } from "../../../../sandbox/azure/refusals/network";
import { describeRefusals } from "./describe-refusals";
import { type Asked, PlayedStreet } from "./played-street";

type Rule = Readonly<Record<string, unknown>>;

const SUBNET = "primary-network-private-endpoints-subnet";
const GROUP = "primary-network-back-end-nsg";
const ENDPOINT = "primary-vault-link-endpoint";
const LINK = "primary-network-zones-blob-link";

const newSubnet = (addressPrefix: string): Asked => ({
    method: "PUT",
    type: "network:Subnet",
    name: SUBNET,
    change: { subnetName: "new", addressPrefix },
});

/** A security group whose first rule differs. */
const firstRule = (change: (rules: readonly Rule[]) => Rule): Asked => ({
    method: "PUT",
    type: "network:NetworkSecurityGroup",
    name: GROUP,
    change: (inputs) => {
        const rules = inputs.securityRules as readonly Rule[];
        return { ...inputs, securityRules: [{ ...rules[0], ...change(rules) }, ...rules.slice(1)] };
    },
});

const newEndpoint =
    (subnet: string, location = "westeurope") =>
    (street: PlayedStreet): Asked => ({
        method: "PUT",
        type: "network:PrivateEndpoint",
        name: ENDPOINT,
        change: { privateEndpointName: "new", location, subnet: { id: street.idOf("network:Subnet", subnet) } },
    });

const zone = (method: Asked["method"], privateZoneName: string): Asked => ({
    method,
    type: "privatedns:PrivateZone",
    name: "primary-network-zones-blob",
    change: { privateZoneName },
});

/** A link of the primary network. */
const link = (change: Rule): Asked => ({
    method: "PUT",
    type: "privatedns:VirtualNetworkLink",
    name: LINK,
    change,
});

describeRefusals("networks", NETWORK_REFUSALS, {
    "subnet-outside-network": {
        refused: newSubnet("10.20.16.0/24"),
        allowed: newSubnet("10.20.6.0/24"),
        message: "outside the IP address range of virtual network 'vnet-figlo-advisor-test-weu'",
    },
    "subnet-overlap": {
        refused: newSubnet("10.20.5.128/25"),
        allowed: newSubnet("10.20.6.128/25"),
        message: "Subnet 'new' is not valid because its IP address range overlaps",
    },
    "security-rule-conflict": {
        refused: firstRule((rules) => ({ priority: rules[1]?.priority })),
        allowed: firstRule((rules) => ({ priority: rules[1]?.priority, direction: "Inbound" })),
    },
    "security-rule-priority": {
        refused: firstRule(() => ({ priority: 99 })),
        allowed: firstRule(() => ({ priority: 100 })),
        message: "Value provided: 99 Allowed range 100-4096.",
    },
    "security-rule-description": {
        refused: firstRule(() => ({ description: "x".repeat(141) })),
        allowed: firstRule(() => ({ description: "x".repeat(140) })),
    },
    "private-endpoint-delegated-subnet": {
        refused: newEndpoint("primary-network-back-end-subnet"),
        allowed: newEndpoint("primary-network-back-end-endpoints-subnet"),
        message: "since it is delegated",
    },
    "private-endpoint-other-region": {
        refused: newEndpoint(SUBNET, "northeurope"),
        allowed: newEndpoint(SUBNET, "West Europe"),
        message: "in the same region",
    },
    "zone-link-twice": {
        refused: link({ virtualNetworkLinkName: "second" }),
        allowed: link({ virtualNetworkLinkName: "network" }),
        message: "by link 'network'",
    },
    "zone-link-same-name": {
        given: [zone("PUT", "documents.figlo.example")],
        refused: link({ resourceGroupName: "rg-figlo-advisor-test-neu", virtualNetworkLinkName: "second" }),
        allowed: link({ privateZoneName: "documents.figlo.example", virtualNetworkLinkName: "second" }),
        message: "linked to multiple zones with overlapping namespaces",
    },
    "zone-with-links": {
        given: [zone("PUT", "documents.figlo.example")],
        refused: zone("DELETE", "privatelink.blob.core.windows.net"),
        allowed: zone("DELETE", "documents.figlo.example"),
        message: "nested resource IDs include",
    },
});

describe("the played Azure on a subnet", () => {
    it("refuses what is no range instead of failing over it", async () => {
        const street = await PlayedStreet.of("test");
        expect(street.refusalOf(newSubnet("10.20.6.0/33"))?.id).toBe("subnet-outside-network");
    });
});

describe("the played Azure on a security rule that is written beside its group", () => {
    const GROUP_ID =
        "/subscriptions/5f1c9d3e-7a52-4c8e-9b60-2d4f8a1e6c37/resourceGroups/rg-example/providers/Microsoft.Network/networkSecurityGroups/nsg-example";
    const rule = (securityRuleName: string, priority: number) =>
        armResource({
            type: "azure-native:network:SecurityRule",
            inputs: {
                resourceGroupName: "rg-example",
                networkSecurityGroupName: "nsg-example",
                securityRuleName,
                priority,
                direction: "Inbound",
            },
        });
    const idOf = (name: string): string => `${GROUP_ID}/securityRules/${name}`;

    it.each([
        ["another one of its priority", "second", 100, "SecurityRuleConflict"],
        ["itself", "first", 100, undefined],
        ["another one of another priority", "second", 101, undefined],
        ["another one beyond the limits", "second", 4097, "SecurityRuleInvalidPriority"],
    ])("compares it with the others of the group: %s", (_what, name, priority, code) => {
        const cloud = new Cloud();
        const first = { ...rule("first", 100), id: idOf("first"), outputs: {}, declared: true };
        cloud.write(first);
        const request = { method: "PUT", id: idOf(name), arm: rule(name, priority), existing: undefined } as const;
        const answers = NETWORK_REFUSALS.filter(({ types }) => types?.includes(request.arm.type)).flatMap(
            ({ judge }) => judge(request, cloud) ?? [],
        );
        expect(answers.map((answer) => answer.code)).toEqual(code === undefined ? [] : [code]);
    });
});
