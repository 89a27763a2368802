import { IN_USE_REFUSALS } from "../../../../sandbox/azure/refusals/in-use";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

type Change = Readonly<Record<string, unknown>>;

const deleted = (type: string, name: string, change?: Change): Asked => ({ method: "DELETE", type, name, change });

/** What is used cannot go; one that was made after it, and that nothing uses, can. */
const unlessNew = (type: string, name: string, change: Change, message?: string) => ({
    given: [{ method: "PUT", type, name, change }] as const,
    refused: deleted(type, name),
    allowed: deleted(type, name, change),
    message,
});

const subnet = (name: string): Asked => deleted("network:Subnet", `primary-network-${name}-subnet`);

describeRefusals("what is in use", IN_USE_REFUSALS, {
    "in-use-subnet-with-endpoint": unlessNew(
        "network:VirtualNetwork",
        "primary-network-vnet",
        { virtualNetworkName: "vnet-new" },
        "-endpoints is in use by",
    ),
    "in-use-subnet-with-site": {
        refused: subnet("front-end"),
        allowed: subnet("runners"),
        message: "Subnet front-end is in use by",
    },
    "in-use-security-group-of-subnet": unlessNew("network:NetworkSecurityGroup", "primary-network-runners-nsg", {
        networkSecurityGroupName: "nsg-new",
    }),
    "in-use-nat-gateway-of-subnet": unlessNew(
        "network:NatGateway",
        "primary-network-exit-gateway",
        { natGatewayName: "ng-new" },
        "/subnets/runners",
    ),
    "in-use-address-of-nat-gateway": unlessNew(
        "network:PublicIPAddress",
        "primary-network-exit-address",
        { publicIpAddressName: "pip-new" },
        "still allocated to resource",
    ),
    "in-use-plan-with-site": unlessNew("web:AppServicePlan", "primary-hosting-plan-plan", { name: "asp-new" }),
    "in-use-backup-policy-with-instance": unlessNew("dataprotection:BackupPolicy", "documents-backup-policy", {
        backupPolicyName: "bkpol-new",
    }),
    "in-use-pool-with-databases": unlessNew(
        "sql:ElasticPool",
        "shard-01-secondary-pool-pool",
        { elasticPoolName: "sqlep-new" },
        "that is not empty",
    ),
});
