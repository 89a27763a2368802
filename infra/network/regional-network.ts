import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";
import { type Place, tagsFor } from "../place";
import { requireEuRegion } from "../regions";
import { type AddressPlan, planAddresses, shardAddresses } from "./address-plan";
import { GuardedSubnet, type GuardedSubnetArgs } from "./guarded-subnet";
import type { PrivateAccess } from "./private-link";
import { PrivateZones } from "./private-zones";
import { RunnersExit } from "./runners-exit";
import { type SubnetRole, securityRules } from "./security-rules";

export interface RegionalNetworkArgs {
    readonly place: Place;
    /** Private IPv4 /20, for example `10.20.0.0/20`. */
    readonly addressSpace: string;
    readonly workspaceId: pulumi.Input<string>;
    /** Id of the place's resource group, plain: ids that are made from it are known before anything exists. */
    readonly resourceGroupId: string;
}

const RUNNERS = "runners";

const virtualNetworkName = ({ naming, region }: Place): string => naming.local("virtualNetwork", region);

type Purpose = Pick<GuardedSubnetArgs, "delegatedTo" | "serviceEndpoints" | "natGatewayId">;

/** App Service takes over a subnet that is handed to its plans, and shares it with nothing else. */
const APP_SERVICE: Purpose = { delegatedTo: "Microsoft.Web/serverFarms" };

/**
 * The network of one region: a subnet for each purpose, closed by default, and the private DNS zones of this region alone.
 * It is peered with no other: each region has endpoints of its own to everything that it needs.
 *
 * @throws Refusal for a region outside the European Union or an address space that is not a private IPv4 /20.
 */
export class RegionalNetwork extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly frontEndSubnetId: pulumi.Output<string>;
    readonly backEndSubnetId: pulumi.Output<string>;
    /**
     * Plain, unlike the others: it stands in the configuration of sites, where one unknown makes the whole configuration unknown to
     * policies. Whoever uses it waits for {@link runnersSubnet}.
     */
    readonly runnersSubnetId: string;
    readonly runnersSubnet: pulumi.Resource;
    /** For private endpoints of what every application uses: vaults and release packages. */
    readonly platformAccess: PrivateAccess;
    /** For private endpoints of back-ends, which only front-ends and runners reach. */
    readonly backEndAccess: PrivateAccess;
    /** For private endpoints of customers' documents, which only back-ends reach. */
    readonly documentAccess: PrivateAccess;
    /** For private endpoints of the first shard's servers. */
    readonly shardAccess: PrivateAccess;

    private readonly plan: AddressPlan;

    constructor(name: string, args: RegionalNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:RegionalNetwork", name, {}, opts);
        const { place, addressSpace, workspaceId } = args;
        requireEuRegion(place.region, place);
        this.plan = planAddresses(addressSpace);
        const vnet = this.network(name, args);
        const exit = new RunnersExit(`${name}-exit`, { place, workspaceId }, { parent: this });
        const runnersPurpose = { serviceEndpoints: ["Microsoft.Web"], natGatewayId: exit.gatewayId };

        // Written one after the other, the endpoints' subnets last: Azure takes one change to a network at a time.
        const subnet = (role: string, rules: SubnetRole, range: string, after?: GuardedSubnet, purpose?: Purpose) =>
            this.subnet(name, args, vnet, { role, rules, range, after, purpose });
        const frontEnd = subnet("front-end", "front-end", this.plan.frontEnd, undefined, APP_SERVICE);
        const backEnd = subnet("back-end", "back-end", this.plan.backEnd, frontEnd, APP_SERVICE);
        const runners = subnet(RUNNERS, RUNNERS, this.plan.runners, backEnd, runnersPurpose);
        const endpoints = subnet("private-endpoints", "private-endpoints", this.plan.privateEndpoints, runners);
        const backEnds = subnet("back-end-endpoints", "back-end-endpoints", this.plan.backEndEndpoints, endpoints);
        const documents = subnet("document-endpoints", "document-endpoints", this.plan.documentEndpoints, backEnds);
        const shard = subnet("shard-01", "shards", shardAddresses(addressSpace, "01"), documents);

        const zones = new PrivateZones(
            `${name}-zones`,
            { place, virtualNetworkId: vnet.id },
            { parent: this, dependsOn: shard.subnet },
        );
        this.id = vnet.id;
        this.frontEndSubnetId = frontEnd.id;
        this.backEndSubnetId = backEnd.id;
        this.runnersSubnetId = `${args.resourceGroupId}/providers/Microsoft.Network/virtualNetworks/${virtualNetworkName(place)}/subnets/${RUNNERS}`;
        this.runnersSubnet = runners.subnet;
        const access = ({ id }: GuardedSubnet): PrivateAccess => ({ place, subnetId: id, zoneIds: zones.ids });
        this.platformAccess = access(endpoints);
        this.backEndAccess = access(backEnds);
        this.documentAccess = access(documents);
        this.shardAccess = access(shard);
        this.registerOutputs({
            id: this.id,
            frontEndSubnetId: this.frontEndSubnetId,
            backEndSubnetId: this.backEndSubnetId,
            runnersSubnetId: this.runnersSubnetId,
            platformSubnetId: endpoints.id,
            backEndEndpointsSubnetId: backEnds.id,
            documentEndpointsSubnetId: documents.id,
            shardSubnetId: shard.id,
            zoneIds: zones.ids,
        });
    }

    private network(name: string, { place, addressSpace, workspaceId }: RegionalNetworkArgs): network.VirtualNetwork {
        const vnet = new network.VirtualNetwork(
            `${name}-vnet`,
            {
                virtualNetworkName: virtualNetworkName(place),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                addressSpace: { addressPrefixes: [addressSpace] },
                // No `subnets` here: later shards add theirs from stacks of their own, and a list would drop those.
                enableDdosProtection: false,
                enableVmProtection: false,
                tags: tagsFor(place, "none"),
            },
            { parent: this },
        );
        diagnostics(`${name}-vnet-logs`, { resourceUri: vnet.id, workspaceId }, this);
        return vnet;
    }

    private subnet(
        name: string,
        { place, workspaceId }: RegionalNetworkArgs,
        vnet: network.VirtualNetwork,
        wish: { role: string; rules: SubnetRole; range: string; after?: GuardedSubnet; purpose?: Purpose },
    ): GuardedSubnet {
        return new GuardedSubnet(
            `${name}-${wish.role}`,
            {
                place,
                role: wish.role,
                virtualNetworkName: vnet.name,
                addressPrefix: wish.range,
                rules: securityRules(wish.rules, this.plan, place.region),
                workspaceId,
                ...wish.purpose,
            },
            { parent: this, dependsOn: wish.after?.subnet },
        );
    }
}
