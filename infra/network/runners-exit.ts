import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";
import { type Place, tagsFor } from "../place";
import { requireEuRegion } from "../regions";

export interface RunnersExitArgs {
    readonly place: Place;
    readonly workspaceId: pulumi.Input<string>;
}

/**
 * The way out for the pipeline's runners: virtual machines in a subnet without default outbound access reach nothing outside
 * without it, not even Azure Resource Manager. It lets nothing in, and gives runners one address that others can name.
 *
 * App Service needs none: what leaves an integrated app for a public address leaves by App Service's own addresses, and
 * everything that it asks of us is behind private endpoints.
 */
export class RunnersExit extends pulumi.ComponentResource {
    readonly gatewayId: pulumi.Output<string>;

    constructor(name: string, args: RunnersExitArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:RunnersExit", name, {}, opts);
        const address = this.address(name, args);
        const gateway = this.gateway(name, args, address);
        this.gatewayId = gateway.id;
        this.registerOutputs({ gatewayId: this.gatewayId });
    }

    private address(name: string, { place, workspaceId }: RunnersExitArgs): network.PublicIPAddress {
        const address = new network.PublicIPAddress(
            `${name}-address`,
            {
                publicIpAddressName: place.naming.local("publicAddress", place.region, "runners"),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                sku: { name: "Standard", tier: "Regional" },
                publicIPAddressVersion: "IPv4",
                publicIPAllocationMethod: "Static",
                ...(requireEuRegion(place.region, place).zonal && { zones: ["1", "2", "3"] }),
                tags: tagsFor(place, "none"),
            },
            { parent: this },
        );
        diagnostics(`${name}-address-logs`, { resourceUri: address.id, workspaceId }, this);
        return address;
    }

    private gateway(name: string, { place }: RunnersExitArgs, address: network.PublicIPAddress): network.NatGateway {
        return new network.NatGateway(
            `${name}-gateway`,
            {
                natGatewayName: place.naming.local("natGateway", place.region, "runners"),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                sku: { name: "Standard" },
                publicIpAddresses: [{ id: address.id }],
                tags: tagsFor(place, "none"),
            },
            { parent: this },
        );
    }
}
