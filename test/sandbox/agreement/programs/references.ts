import * as network from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

// Two stacks of one program: `base` tells what `shop` builds on.
const base = () => {
    new ResourceGroup("group", { resourceGroupName: "rg-base", location: "westeurope" });
    return {
        groupName: "rg-base",
        ranges: ["10.1.0.0/24", "10.1.1.0/24"],
        token: pulumi.secret("4711"),
        nested: { region: "westeurope" },
    };
};

const shop = () => {
    const reference = new pulumi.StackReference("organization/references/base");
    const groupName = reference.requireOutput("groupName") as pulumi.Output<string>;
    const net = new network.VirtualNetwork("net", {
        resourceGroupName: groupName,
        virtualNetworkName: "vnet-shop",
        location: reference.getOutput("nested").apply(({ region }) => region),
        addressSpace: { addressPrefixes: reference.requireOutput("ranges") },
        tags: {
            token: reference.getOutput("token"),
            absent: reference.getOutput("nothing").apply((it) => it ?? "none"),
        },
    });
    return { netId: net.id };
};

module.exports = async () => (pulumi.getStack() === "base" ? base() : shop());
