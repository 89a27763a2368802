import type { AzureError, Refusal } from "../refusal";
import { badRequest, conflict } from "./answers";
import { textsAt } from "./body";
import { lastOf, within } from "./ids";
import { sqlSpec, UNVERIFIED } from "./sources";

interface Use {
    readonly id: string;
    readonly title: string;
    /** What is to be deleted. */
    readonly type: string;
    /** What uses it, and where its id stands there. */
    readonly users: string;
    readonly path: string;
    readonly answer: (id: string, user: string) => AzureError;
    readonly source?: string;
}

const SUBNETS = "Microsoft.Network/virtualNetworks/subnets";
const inUseSubnet = (id: string, user: string): AzureError =>
    badRequest(
        "InUseSubnetCannotBeDeleted",
        `Subnet ${lastOf(id)} is in use by ${user} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet.`,
    );
const inUse = (kind: string, code: string) => (id: string, user: string) =>
    badRequest(code, `${kind} ${id} cannot be deleted because it is in use by the following resources: ${user}.`);

/** What cannot be deleted while something outside it names it. */
const USES: readonly Use[] = [
    {
        id: "subnet-with-endpoint",
        title: "A subnet with a private endpoint cannot be deleted, nor its network.",
        type: SUBNETS,
        users: "Microsoft.Network/privateEndpoints",
        path: "properties.subnet.id",
        answer: inUseSubnet,
    },
    {
        id: "subnet-with-site",
        title: "A subnet that a site has joined cannot be deleted, nor its network.",
        type: SUBNETS,
        users: "Microsoft.Web/sites",
        path: "properties.virtualNetworkSubnetId",
        answer: inUseSubnet,
    },
    {
        id: "security-group-of-subnet",
        title: "A network security group cannot be deleted while a subnet has it.",
        type: "Microsoft.Network/networkSecurityGroups",
        users: SUBNETS,
        path: "properties.networkSecurityGroup.id",
        answer: inUse("Network security group", "InUseNetworkSecurityGroupCannotBeDeleted"),
    },
    {
        id: "nat-gateway-of-subnet",
        title: "A NAT gateway cannot be deleted while a subnet has it.",
        type: "Microsoft.Network/natGateways",
        users: SUBNETS,
        path: "properties.natGateway.id",
        answer: inUse("NAT gateway", "InUseNatGatewayCannotBeDeleted"),
    },
    {
        id: "address-of-nat-gateway",
        title: "A public address cannot be deleted while a NAT gateway has it.",
        type: "Microsoft.Network/publicIPAddresses",
        users: "Microsoft.Network/natGateways",
        path: "properties.publicIpAddresses[].id",
        answer: (id, user) =>
            badRequest(
                "PublicIPAddressCannotBeDeleted",
                `Public IP address ${id} can not be deleted since it is still allocated to resource ${user}.`,
            ),
    },
    {
        id: "plan-with-site",
        title: "An App Service plan cannot be deleted while it has sites.",
        type: "Microsoft.Web/serverfarms",
        users: "Microsoft.Web/sites",
        path: "properties.serverFarmId",
        answer: (id, user) =>
            conflict(
                "Conflict",
                `Server farm '${lastOf(id)}' cannot be deleted because it has web app(s) ${lastOf(user)} assigned to it.`,
            ),
    },
    {
        id: "backup-policy-with-instance",
        title: "A backup policy cannot be deleted while a backup follows it.",
        type: "Microsoft.DataProtection/backupVaults/backupPolicies",
        users: "Microsoft.DataProtection/backupVaults/backupInstances",
        path: "properties.policyInfo.policyId",
        answer: (id, user) =>
            badRequest(
                "UserErrorPolicyAssociatedWithInstances",
                `Policy '${lastOf(id)}' is in use by backup instance '${lastOf(user)}'.`,
            ),
    },
    {
        id: "pool-with-databases",
        title: "An elastic pool that holds databases cannot be deleted; copies that a failover group made count.",
        type: "Microsoft.Sql/servers/elasticPools",
        users: "Microsoft.Sql/servers/databases",
        path: "properties.elasticPoolId",
        answer: (id, user) =>
            badRequest(
                "ElasticPoolNotEmpty",
                `Request to delete elastic pool '${lastOf(id)}' that is not empty: it holds database '${lastOf(user)}'.`,
            ),
        source: `${sqlSpec("ElasticPools")}; Azure/azure-rest-api-specs#10511`,
    },
];

/** Types whose children go with them, and whose use therefore counts. */
const AROUND: Readonly<Record<string, readonly string[]>> = { [SUBNETS]: ["Microsoft.Network/virtualNetworks"] };

export const IN_USE_REFUSALS: readonly Refusal[] = USES.map(
    ({ id, title, type, users, path, answer, source = UNVERIFIED }) => ({
        id: `in-use-${id}`,
        title,
        source,
        types: [type, ...(AROUND[type] ?? [])],
        methods: ["DELETE"],
        judge: (request, cloud) => {
            for (const user of cloud.all(users).filter((one) => !within(one.id, request.id))) {
                const used = textsAt(user.body, path).find((one) => within(one, request.id));
                if (used !== undefined) {
                    return answer(used, user.id);
                }
            }
            return undefined;
        },
    }),
);
