import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";
import { type Place, tagsFor } from "../place";
import { requireEuRegion } from "../regions";
import type { SecurityRule } from "./security-rules";

export interface GuardedSubnetArgs {
    readonly place: Place;
    /** Name of the subnet in its network, and what tells its security group from others: `front-end`, `shard-01`. */
    readonly role: string;
    readonly virtualNetworkName: pulumi.Input<string>;
    /** IPv4 range in CIDR notation. */
    readonly addressPrefix: string;
    readonly rules: readonly SecurityRule[];
    readonly workspaceId: pulumi.Input<string>;
    /** `Microsoft.Web/serverFarms` for App Service; none where it is left out. */
    readonly delegatedTo?: string;
    readonly serviceEndpoints?: readonly string[];
    readonly natGatewayId?: pulumi.Input<string>;
}

/**
 * A subnet with a network security group of its own, which binds private endpoints in it too.
 *
 * Its `dependsOn` names the subnet of the same network that is written before it: Azure answers 409 AnotherOperationInProgress to
 * two at once. The subnet is told itself: a component's children do wait for what the component depends on when they are made, but
 * state records no order of theirs, and a deletion would take them all at once.
 *
 * @throws Refusal for a region outside the European Union.
 */
export class GuardedSubnet extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly subnet: network.Subnet;

    constructor(name: string, args: GuardedSubnetArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:GuardedSubnet", name, {}, opts);
        requireEuRegion(args.place.region, args.place);
        const group = this.group(name, args);
        this.subnet = this.guarded(name, args, group, opts?.dependsOn);
        this.id = this.subnet.id;
        this.registerOutputs({ id: this.id });
    }

    private group(name: string, { place, role, rules, workspaceId }: GuardedSubnetArgs): network.NetworkSecurityGroup {
        const group = new network.NetworkSecurityGroup(
            `${name}-nsg`,
            {
                networkSecurityGroupName: place.naming.local("networkSecurityGroup", place.region, role),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                // Inline, so that a rule made by hand is gone after the next deployment.
                securityRules: [...rules],
                tags: tagsFor(place, "none"),
            },
            { parent: this },
        );
        diagnostics(`${name}-nsg-logs`, { resourceUri: group.id, workspaceId, metrics: false }, this);
        return group;
    }

    private guarded(
        name: string,
        args: GuardedSubnetArgs,
        group: network.NetworkSecurityGroup,
        dependsOn: pulumi.ResourceOptions["dependsOn"],
    ): network.Subnet {
        const { delegatedTo, serviceEndpoints = [], natGatewayId } = args;
        return new network.Subnet(
            `${name}-subnet`,
            {
                subnetName: args.role,
                virtualNetworkName: args.virtualNetworkName,
                resourceGroupName: args.place.resourceGroupName,
                addressPrefix: args.addressPrefix,
                networkSecurityGroup: { id: group.id },
                // The SDK sends "Disabled" when it is left out, and private endpoints then escape the security group.
                privateEndpointNetworkPolicies: "Enabled",
                privateLinkServiceNetworkPolicies: "Enabled",
                defaultOutboundAccess: false,
                delegations: delegatedTo ? [{ name: "delegation", serviceName: delegatedTo }] : [],
                serviceEndpoints: serviceEndpoints.map((service) => ({ service, locations: ["*"] })),
                ...(natGatewayId && { natGateway: { id: natGatewayId } }),
            },
            { parent: this, dependsOn },
        );
    }
}
