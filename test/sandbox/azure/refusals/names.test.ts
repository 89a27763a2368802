import { Cloud } from "../../../../sandbox/azure/cloud";
import type { CloudRequest } from "../../../../sandbox/azure/refusal";
import { NAME_REFUSALS } from "../../../../sandbox/azure/refusals/names";
import { describeRefusals, type Example } from "./describe-refusals";
import type { Asked } from "./played-street";

/** A new one of a type, made like a planned one, under a name that is refused and one that is not. */
const named = (type: string, input: string, refused: string, allowed: string, rest: Asked["change"] = {}): Example => {
    const ask = (value: string): Asked => ({ method: "PUT", type, change: { ...rest, [input]: value } });
    return { refused: ask(refused), allowed: ask(allowed), message: `Resource name '${refused}' is invalid` };
};

const long = (length: number): string => "a".repeat(length);

describeRefusals(
    "names",
    NAME_REFUSALS,
    {
        "name-of-action-group": named("monitor:ActionGroup", "actionGroupName", "a:b", "a*b"),
        "name-of-alert-rule": named("monitor:ScheduledQueryRule", "ruleName", "a*b", "a+b"),
        "name-of-app-service-plan": named("web:AppServicePlan", "name", "plan_1", "plän-1"),
        "name-of-application-insights": named("applicationinsights:Component", "resourceName", "a.", "a.b"),
        "name-of-backup-policy": named("dataprotection:BackupPolicy", "backupPolicyName", "ab", "abc"),
        "name-of-backup-vault": named("dataprotection:BackupVault", "vaultName", long(51), long(50)),
        "name-of-container": named("storage:BlobContainer", "containerName", "a--b", "a-b-c"),
        "name-of-database": named("sql:Database", "databaseName", "a?", "a!"),
        "name-of-elastic-pool": named("sql:ElasticPool", "elasticPoolName", "pool ", "a pool"),
        "name-of-failover-group": named("sql:FailoverGroup", "failoverGroupName", "group-", "a-group", {
            databases: [],
        }),
        "name-of-firewall-rule": named("sql:FirewallRule", "firewallRuleName", "a;b", "a b"),
        "name-of-identity": named("managedidentity:UserAssignedIdentity", "resourceName", "_abc", "abc_"),
        "name-of-key": named("keyvault:Key", "keyName", "a_b", "a-b"),
        "name-of-log-analytics": named("operationalinsights:Workspace", "workspaceName", "abc", "abcd"),
        "name-of-nat-gateway": named("network:NatGateway", "natGatewayName", "a-", "a_", { publicIpAddresses: [] }),
        "name-of-network-security-group": named(
            "network:NetworkSecurityGroup",
            "networkSecurityGroupName",
            long(81),
            long(80),
        ),
        "name-of-private-endpoint": named("network:PrivateEndpoint", "privateEndpointName", "a", "ab"),
        "name-of-public-address": named("network:PublicIPAddress", "publicIpAddressName", ".a", "a.a"),
        "name-of-resource-group": named("resources:ResourceGroup", "resourceGroupName", "group.", "a.(group)"),
        "name-of-secret": {
            refused: secret("a.b"),
            allowed: secret("a-b"),
        },
        "name-of-sql-server": named("sql:Server", "serverName", "Server", "server"),
        "name-of-storage-account": named("storage:StorageAccount", "accountName", "documents-1", "documents1"),
        "name-of-subnet": named("network:Subnet", "subnetName", "a b", "a.b", { addressPrefix: "10.40.15.0/28" }),
        "name-of-traffic-manager": named("trafficmanager:Profile", "profileName", "a_b", "a.b", {
            dnsConfig: { relativeName: "other", ttl: 30 },
        }),
        "name-of-vault": named("keyvault:Vault", "vaultName", "a--b", "a-b"),
        "name-of-virtual-network": named("network:VirtualNetwork", "virtualNetworkName", "a", "ab"),
        "name-of-web-app": named("web:WebApp", "name", "-site", "a-site"),
    },
    "productie",
);

/** Our program plans none: an operator writes them. */
function secret(secretName: string): Asked {
    return {
        method: "PUT",
        type: "keyvault:Key",
        as: "keyvault:Secret",
        change: ({ resourceGroupName, vaultName }) => ({ resourceGroupName, vaultName, secretName, properties: {} }),
    };
}

describe("the played Azure's answer to a name", () => {
    const answer = (row: string, name: string) =>
        NAME_REFUSALS.find(({ id }) => id === row)?.judge({ id: `/a/${name}` } as CloudRequest, new Cloud());

    it.each([
        ["name-of-firewall-rule", long(129), 400, "FirewallRuleNameTooLong"],
        ["name-of-firewall-rule", "a;b", 400, "InvalidServerFirewallRuleResourceParameters"],
        ["name-of-failover-group", "-group", 409, "InvalidFailoverGroupName"],
        ["name-of-subnet", "a b", 400, "InvalidResourceName"],
    ])("has the status and code of the service: %s", (row, name, status, code) => {
        expect(answer(row, name)).toMatchObject({ status, code });
    });
});
