import * as network from "@pulumi/azure-native/network";
import * as native from "@pulumi/azure-native/provider";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

interface SpokeArgs {
    readonly group: pulumi.Input<string>;
    readonly ranges: readonly string[];
}

/** Subnets in a network, one component inside another. */
class Subnets extends pulumi.ComponentResource {
    constructor(
        name: string,
        networkName: pulumi.Input<string>,
        args: SpokeArgs,
        opts: pulumi.ComponentResourceOptions,
    ) {
        super("sample:net:Subnets", name, { networkName, ...args }, opts);
        args.ranges.forEach((addressPrefix, index) => {
            new network.Subnet(
                `${name}-${index}`,
                {
                    resourceGroupName: args.group,
                    virtualNetworkName: networkName,
                    addressPrefix,
                    subnetName: `s${index}`,
                },
                { parent: this },
            );
        });
        this.registerOutputs({ count: args.ranges.length });
    }
}

class Spoke extends pulumi.ComponentResource {
    readonly networkId: pulumi.Output<string>;

    constructor(name: string, args: SpokeArgs, opts?: pulumi.ComponentResourceOptions) {
        super("sample:net:Spoke", name, args, opts);
        const net = new network.VirtualNetwork(
            `${name}-net`,
            { resourceGroupName: args.group, addressSpace: { addressPrefixes: ["10.9.0.0/16"] } },
            { parent: this },
        );
        new Subnets(`${name}-subnets`, net.name, args, { parent: this, dependsOn: [net] });
        this.networkId = net.id;
        this.registerOutputs({ networkId: net.id });
    }
}

// Protection and providers that children inherit, a transformation from above, dependencies on whole components.
const other = new native.Provider("other", { subscriptionId: "6f1d9a0e-4b52-4c1e-8d3a-2f7b1c9e5a40" });
const group = new ResourceGroup("group", { resourceGroupName: "rg-components" });
const first = new Spoke("first", { group: group.name, ranges: ["10.9.0.0/24", "10.9.1.0/24"] }, { protect: true });
const second = new Spoke(
    "second",
    { group: group.name, ranges: ["10.9.2.0/24"] },
    {
        providers: [other],
        dependsOn: [first],
        transformations: [
            ({ type, props, opts }) =>
                type.endsWith(":VirtualNetwork")
                    ? { props: { ...props, tags: { by: "transformation" } }, opts }
                    : undefined,
        ],
    },
);
new network.NetworkSecurityGroup(
    "guard",
    { resourceGroupName: group.name, networkSecurityGroupName: "nsg-components", tags: { for: second.networkId } },
    { dependsOn: second, provider: other },
);
