import * as trafficmanager from "@pulumi/azure-native/trafficmanager";
import * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";
import { type Place, tagsFor } from "../place";
import { Refusal } from "../refusal";
import { requireEuRegion } from "../regions";

export interface TrafficEndpoint {
    readonly role: "primary" | "secondary";
    /** Id of a site. Azure admits one site of each region. */
    readonly targetId: pulumi.Input<string>;
}

export interface TrafficArgs {
    /** The resource group of the profile; the profile itself has no region. */
    readonly place: Place;
    /** First label of the profile's name, unique in all of trafficmanager.net. */
    readonly relativeName: pulumi.Input<string>;
    /** Path that answers 200 when a region can serve, such as `/health`. */
    readonly healthPath: string;
    /** The public name that visitors use; left out where there is none but Azure's. */
    readonly hostName?: string;
    readonly endpoints: readonly TrafficEndpoint[];
    readonly workspaceId: pulumi.Input<string>;
}

/** Seconds that a resolver keeps an answer: part of the recovery time. */
const TTL = 30;

/** Probes every 10 s; the third failure in a row moves the traffic, some 30 s after the first. */
const PROBES = { intervalInSeconds: 10, timeoutInSeconds: 5, toleratedNumberOfFailures: 2 };

const PRIORITY = { primary: 1, secondary: 2 } as const;

/**
 * Leads visitors to the first region that is well. It answers in DNS only: TLS ends in the region, and the profile, which is
 * `global` in Azure, holds no customer data.
 *
 * @throws Refusal for a resource group outside the European Union, or endpoints other than one primary and one secondary.
 */
export class Traffic extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    /** What the public name's CNAME record points to. */
    readonly fqdn: pulumi.Output<string>;
    readonly profile: trafficmanager.Profile;

    constructor(name: string, args: TrafficArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:Traffic", name, {}, opts);
        requireEuRegion(args.place.region, args.place);
        requireBothEndpoints(args.endpoints);
        this.profile = this.build(name, args);
        diagnostics(`${name}-logs`, { resourceUri: this.profile.id, workspaceId: args.workspaceId }, this);
        this.id = this.profile.id;
        this.fqdn = pulumi.interpolate`${args.relativeName}.trafficmanager.net`;
        this.registerOutputs({ id: this.id, fqdn: this.fqdn });
    }

    private build(name: string, args: TrafficArgs): trafficmanager.Profile {
        const { place } = args;
        return new trafficmanager.Profile(
            `${name}-profile`,
            {
                profileName: place.naming.global("trafficManager"),
                resourceGroupName: place.resourceGroupName,
                location: "global",
                profileStatus: "Enabled",
                trafficRoutingMethod: "Priority",
                trafficViewEnrollmentStatus: "Disabled",
                dnsConfig: { relativeName: args.relativeName, ttl: TTL },
                monitorConfig: monitor(args),
                // Inline only: the same endpoints as resources of their own would fight over one list.
                endpoints: args.endpoints.map(endpoint),
                tags: tagsFor(place, "none"),
            },
            { parent: this },
        );
    }
}

const monitor = ({ healthPath, hostName }: TrafficArgs) => ({
    protocol: "HTTPS",
    port: 443,
    path: healthPath,
    ...PROBES,
    // A redirect to the sign-in page is not health.
    expectedStatusCodeRanges: [{ min: 200, max: 200 }],
    // Without it probes ask for the site's own name, and a region that lacks the public one would count as healthy.
    ...(hostName ? { customHeaders: [{ name: "Host", value: hostName }] } : {}),
});

/** Azure endpoints only: App Service managed certificates do not work behind nested or external ones. */
const endpoint = ({ role, targetId }: TrafficEndpoint) => ({
    name: role,
    type: "Microsoft.Network/trafficManagerProfiles/azureEndpoints",
    targetResourceId: targetId,
    endpointStatus: "Enabled",
    // Enabled would serve a region whether it is well or not.
    alwaysServe: "Disabled",
    priority: PRIORITY[role],
});

function requireBothEndpoints(endpoints: readonly TrafficEndpoint[]): void {
    const roles = endpoints.map(({ role }) => role).sort();
    if (roles.join() !== "primary,secondary") {
        throw new Refusal(`traffic needs one primary and one secondary endpoint, got ${roles.join(", ") || "none"}`);
    }
}
