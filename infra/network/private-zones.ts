import * as privatedns from "@pulumi/azure-native/privatedns";
import * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";
import { requireEuRegion } from "../regions";
import { PRIVATE_SERVICES, type PrivateService } from "./private-services";

export interface PrivateZonesArgs {
    readonly place: Place;
    readonly virtualNetworkId: pulumi.Input<string>;
}

/**
 * The private DNS zones of one region, in its own resource group and linked to its own network only. Private DNS is a global
 * service: a zone that two regions share would hold two addresses for one name.
 *
 * Its `dependsOn` names what is written to the network before its links: Azure takes one change to a network at a time.
 *
 * @throws Refusal for a region outside the European Union.
 */
export class PrivateZones extends pulumi.ComponentResource {
    readonly ids: Readonly<Record<PrivateService, pulumi.Output<string>>>;

    constructor(name: string, args: PrivateZonesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:PrivateZones", name, {}, opts);
        requireEuRegion(args.place.region, args.place);
        const services = Object.keys(PRIVATE_SERVICES) as PrivateService[];
        const zones = services.map((service) => [service, this.zone(name, args.place, service)] as const);
        zones.reduce<pulumi.ResourceOptions["dependsOn"]>(
            (previous, [service, zone]) => this.link(name, args, service, zone, previous),
            opts?.dependsOn,
        );
        this.ids = Object.fromEntries(zones.map(([service, zone]) => [service, zone.id])) as typeof this.ids;
        this.registerOutputs({ ids: this.ids });
    }

    private zone(name: string, place: Place, service: PrivateService): privatedns.PrivateZone {
        return new privatedns.PrivateZone(
            `${name}-${service}`,
            {
                privateZoneName: PRIVATE_SERVICES[service].zone,
                resourceGroupName: place.resourceGroupName,
                location: "global",
                tags: tagsFor(place, "none"),
            },
            { parent: this },
        );
    }

    private link(
        name: string,
        { place, virtualNetworkId }: PrivateZonesArgs,
        service: PrivateService,
        zone: privatedns.PrivateZone,
        previous: pulumi.ResourceOptions["dependsOn"],
    ): privatedns.VirtualNetworkLink {
        return new privatedns.VirtualNetworkLink(
            `${name}-${service}-link`,
            {
                virtualNetworkLinkName: "network",
                privateZoneName: zone.name,
                resourceGroupName: place.resourceGroupName,
                location: "global",
                virtualNetwork: { id: virtualNetworkId },
                registrationEnabled: false,
                // A name without a private endpoint here is answered as not found, never with its public address.
                resolutionPolicy: "Default",
                tags: tagsFor(place, "none"),
            },
            { parent: this, dependsOn: previous },
        );
    }
}
