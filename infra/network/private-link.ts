import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";
import { requireEuRegion } from "../regions";
import { PRIVATE_SERVICES, type PrivateService } from "./private-services";

/** A region's network as private endpoints see it. */
export interface PrivateAccess {
    /** The network's region and resource group: the endpoint lives with the network, wherever its target is. */
    readonly place: Place;
    readonly subnetId: pulumi.Input<string>;
    /** The region's own zones: a zone shared by two regions would hold two addresses for one name. */
    readonly zoneIds: Readonly<Record<PrivateService, pulumi.Input<string>>>;
}

export interface PrivateLinkArgs {
    readonly access: PrivateAccess;
    readonly service: PrivateService;
    readonly targetId: pulumi.Input<string>;
    /** Tells endpoints in one network apart in their physical names, for example `sql-primary`. */
    readonly role: string;
    /**
     * What must be over before: whatever else writes to the same target, its other endpoints included. Azure takes one change to a
     * target at a time, and a 409 inside a long operation is not retried.
     */
    readonly after?: readonly pulumi.Resource[];
}

/**
 * A private endpoint in one region's network, with its records in that region's DNS zone.
 *
 * @throws Refusal for a network outside the European Union.
 */
export class PrivateLink extends pulumi.ComponentResource {
    /** What is written last, for the next endpoint to the same target to wait for. */
    readonly last: pulumi.Resource;

    constructor(name: string, args: PrivateLinkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:PrivateLink", name, {}, opts);
        requireEuRegion(args.access.place.region, args.access.place);
        const endpoint = this.endpoint(name, args);
        this.last = this.records(name, args, endpoint);
        this.registerOutputs({});
    }

    private endpoint(name: string, args: PrivateLinkArgs): network.PrivateEndpoint {
        const { access, service, targetId, role, after = [] } = args;
        const { place } = access;
        const privateEndpointName = endpointName(args);
        return new network.PrivateEndpoint(
            `${name}-endpoint`,
            {
                privateEndpointName,
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                // The SDK fills in "Disabled" where this is left out: security groups would no longer bind the endpoint.
                subnet: { id: access.subnetId, privateEndpointNetworkPolicies: "Enabled" },
                customNetworkInterfaceName: `${privateEndpointName}-nic`,
                privateLinkServiceConnections: [
                    { name: role, privateLinkServiceId: targetId, groupIds: [PRIVATE_SERVICES[service].groupId] },
                ],
                tags: tagsFor(place, "none"),
            },
            { parent: this, dependsOn: [...after] },
        );
    }

    private records(
        name: string,
        args: PrivateLinkArgs,
        endpoint: network.PrivateEndpoint,
    ): network.PrivateDnsZoneGroup {
        const { access, service } = args;
        return new network.PrivateDnsZoneGroup(
            `${name}-records`,
            {
                privateDnsZoneGroupName: "default",
                privateEndpointName: endpointName(args),
                resourceGroupName: access.place.resourceGroupName,
                privateDnsZoneConfigs: [{ name: service.toLowerCase(), privateDnsZoneId: access.zoneIds[service] }],
            },
            { parent: this, dependsOn: endpoint },
        );
    }
}

/** Plain also for the records: by the endpoint's own output each link would double the ways back through a chain of links. */
const endpointName = ({ access: { place }, role }: PrivateLinkArgs): string =>
    place.naming.local("privateEndpoint", place.region, role);
