import { REFERENCE_REFUSALS } from "../../../../sandbox/azure/refusals/references";
import { describeRefusals, type Example } from "./describe-refusals";
import type { Asked, PlayedStreet } from "./played-street";

type Inputs = Readonly<Record<string, unknown>>;

/** The inputs with what stands at a path led to something that is not there. */
function astray(inputs: unknown, [step = "", ...rest]: readonly string[]): unknown {
    if (step === "") {
        return `${inputs}-gone`;
    }
    if (Array.isArray(inputs)) {
        return inputs.map((item, index) => (index === 0 ? astray(item, rest) : item));
    }
    const object = inputs as Inputs;
    return { ...object, [step]: astray(object[step], rest) };
}

/** A planned resource is allowed as it is, and refused once a reference of it leads nowhere. */
const planned = (type: string, name: string, path: string, change: Inputs = {}): Example => ({
    refused: {
        method: "PUT",
        type,
        name,
        change: (inputs) => ({ ...(astray(inputs, path.split(".")) as Inputs), ...change }),
    },
    allowed: { method: "PUT", type, name, change },
    message: "-gone",
});

const ALERT = "primary-alerts-app-server-errors";
const BACKUP = "documents-backup-instance";
const CERTIFICATE = "primary-domain-certificate";
const ENDPOINT = "documents-link-westeurope-endpoint";
const SITE = "primary-back-end-site";

const certificate = (change: Inputs = {}): Asked => ({
    method: "PUT",
    type: "web:Certificate",
    name: CERTIFICATE,
    change,
});
/** A site that admits a subnet of ours. */
const admitting = (subnetName?: string) => (street: PlayedStreet) => {
    const vnetSubnetResourceId = street.idOf(
        "network:Subnet",
        "primary-network-front-end-subnet",
        subnetName === undefined ? {} : { subnetName },
    );
    const ipSecurityRestrictions = [{ name: "front-end", action: "Allow", priority: 100, vnetSubnetResourceId }];
    const change = { siteConfig: { ipSecurityRestrictions } };
    return { method: "PUT", type: "web:WebApp", name: SITE, change } as const;
};

describeRefusals(
    "references",
    REFERENCE_REFUSALS,
    {
        "missing-alert-rule-scope": planned("monitor:ScheduledQueryRule", ALERT, "scopes.0"),
        "missing-alert-rule-action-group": planned("monitor:ScheduledQueryRule", ALERT, "actions.actionGroups.0"),
        "missing-application-insights-workspace": planned(
            "applicationinsights:Component",
            "primary-monitoring-insights",
            "workspaceResourceId",
        ),
        "missing-backup-instance-policy": planned(
            "dataprotection:BackupInstance",
            BACKUP,
            "properties.policyInfo.policyId",
        ),
        "missing-backup-instance-source": planned(
            "dataprotection:BackupInstance",
            BACKUP,
            "properties.dataSourceInfo.resourceID",
        ),
        "missing-certificate-plan": planned("web:Certificate", CERTIFICATE, "serverFarmId"),
        // The planned one is in the operators' vault, in a group that nobody has made here: it is taken to exist.
        "missing-certificate-vault": {
            refused: (street) =>
                certificate({
                    keyVaultId: street.idOf("keyvault:Vault", "primary-vault-vault", { vaultName: "gone" }),
                }),
            allowed: certificate(),
            message: "vaults/gone",
        },
        "missing-database-pool": planned("sql:Database", "shard-01-tenant-t-4f9k2c-database", "elasticPoolId"),
        "missing-diagnostic-workspace": planned("monitor:DiagnosticSetting", "documents-logs", "workspaceId"),
        "missing-dns-records-zone": planned(
            "network:PrivateDnsZoneGroup",
            "documents-link-westeurope-records",
            "privateDnsZoneConfigs.0.privateDnsZoneId",
        ),
        "missing-nat-gateway-address": planned(
            "network:NatGateway",
            "primary-network-exit-gateway",
            "publicIpAddresses.0.id",
        ),
        // Another name: the subnet of one that is there is fixed.
        "missing-private-endpoint-subnet": planned("network:PrivateEndpoint", ENDPOINT, "subnet.id", {
            privateEndpointName: "another",
        }),
        "missing-private-endpoint-target": planned(
            "network:PrivateEndpoint",
            ENDPOINT,
            "privateLinkServiceConnections.0.privateLinkServiceId",
        ),
        "missing-site-plan": planned("web:WebApp", SITE, "serverFarmId"),
        "missing-site-subnet": planned("web:WebApp", SITE, "virtualNetworkSubnetId"),
        "missing-site-allowed-subnet": {
            refused: admitting("gone"),
            allowed: admitting(),
            message: "subnets/gone",
        },
        "missing-site-deploying-subnet": planned(
            "web:WebApp",
            SITE,
            "siteConfig.scmIpSecurityRestrictions.0.vnetSubnetResourceId",
        ),
        "missing-subnet-nat-gateway": planned("network:Subnet", "primary-network-runners-subnet", "natGateway.id"),
        "missing-subnet-security-group": planned(
            "network:Subnet",
            "primary-network-runners-subnet",
            "networkSecurityGroup.id",
        ),
        "missing-traffic-manager-target": planned(
            "trafficmanager:Profile",
            "traffic-profile",
            "endpoints.0.targetResourceId",
        ),
        "missing-zone-link-network": planned(
            "privatedns:VirtualNetworkLink",
            "primary-network-zones-blob-link",
            "virtualNetwork.id",
        ),
        "missing-identity": planned("web:WebApp", SITE, "identity.userAssignedIdentities.0"),
    },
    "productie",
);
