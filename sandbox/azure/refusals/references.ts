import type { AzureError, Refusal } from "../refusal";
import { badRequest, notFound } from "./answers";
import { textsAt } from "./body";
import { lastOf, missing } from "./ids";
import { sqlSpec, UNVERIFIED } from "./sources";

interface Reference {
    readonly id: string;
    readonly what: string;
    readonly type: string;
    /** Where the ids stand in the body. */
    readonly path: string;
    readonly answer?: (id: string, of: string) => AzureError;
    readonly source?: string;
}

const unfound = (id: string): AzureError => notFound("ResourceNotFound", `The Resource '${id}' was not found.`);
const unreferred = (id: string, of: string): AzureError =>
    badRequest(
        "InvalidResourceReference",
        `Resource ${id} referenced by resource ${of} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
    );

const NETWORK = "Microsoft.Network";
const PROPERTIES = "properties";

/** Ids in bodies that must lead to something. */
export const REFERENCES: readonly Reference[] = [
    {
        id: "alert-rule-scope",
        what: "An alert rule's scope",
        type: "Microsoft.Insights/scheduledQueryRules",
        path: `${PROPERTIES}.scopes[]`,
    },
    {
        id: "alert-rule-action-group",
        what: "An alert rule's action group",
        type: "Microsoft.Insights/scheduledQueryRules",
        path: `${PROPERTIES}.actions.actionGroups[]`,
    },
    {
        id: "application-insights-workspace",
        what: "Application Insights' workspace",
        type: "Microsoft.Insights/components",
        path: `${PROPERTIES}.WorkspaceResourceId`,
    },
    {
        id: "backup-instance-policy",
        what: "A backup instance's policy",
        type: "Microsoft.DataProtection/backupVaults/backupInstances",
        path: `${PROPERTIES}.policyInfo.policyId`,
    },
    {
        id: "backup-instance-source",
        what: "What a backup instance backs up",
        type: "Microsoft.DataProtection/backupVaults/backupInstances",
        path: `${PROPERTIES}.dataSourceInfo.resourceID`,
    },
    {
        id: "certificate-plan",
        what: "A certificate's App Service plan",
        type: "Microsoft.Web/certificates",
        path: `${PROPERTIES}.serverFarmId`,
    },
    {
        id: "certificate-vault",
        what: "A certificate's vault",
        type: "Microsoft.Web/certificates",
        path: `${PROPERTIES}.keyVaultId`,
    },
    {
        id: "database-pool",
        what: "A database's elastic pool",
        type: "Microsoft.Sql/servers/databases",
        path: `${PROPERTIES}.elasticPoolId`,
        answer: (id) =>
            badRequest(
                "TargetElasticPoolDoesNotExist",
                `The elastic pool '${lastOf(id)}' does not exist on the server.`,
            ),
        source: sqlSpec("Databases"),
    },
    {
        id: "diagnostic-workspace",
        what: "A diagnostic setting's workspace",
        type: "Microsoft.Insights/diagnosticSettings",
        path: `${PROPERTIES}.workspaceId`,
    },
    {
        id: "dns-records-zone",
        what: "The DNS zone of an endpoint's records",
        type: `${NETWORK}/privateEndpoints/privateDnsZoneGroups`,
        path: `${PROPERTIES}.privateDnsZoneConfigs[].properties.privateDnsZoneId`,
        answer: unreferred,
    },
    {
        id: "nat-gateway-address",
        what: "A NAT gateway's public address",
        type: `${NETWORK}/natGateways`,
        path: `${PROPERTIES}.publicIpAddresses[].id`,
        answer: unreferred,
    },
    {
        id: "private-endpoint-subnet",
        what: "A private endpoint's subnet",
        type: `${NETWORK}/privateEndpoints`,
        path: `${PROPERTIES}.subnet.id`,
        answer: unreferred,
    },
    {
        id: "private-endpoint-target",
        what: "A private endpoint's target",
        type: `${NETWORK}/privateEndpoints`,
        path: `${PROPERTIES}.privateLinkServiceConnections[].properties.privateLinkServiceId`,
    },
    {
        id: "site-plan",
        what: "A site's App Service plan",
        type: "Microsoft.Web/sites",
        path: `${PROPERTIES}.serverFarmId`,
    },
    {
        id: "site-subnet",
        what: "The subnet that a site joins",
        type: "Microsoft.Web/sites",
        path: `${PROPERTIES}.virtualNetworkSubnetId`,
    },
    {
        id: "site-allowed-subnet",
        what: "A subnet that a site admits",
        type: "Microsoft.Web/sites",
        path: `${PROPERTIES}.siteConfig.ipSecurityRestrictions[].vnetSubnetResourceId`,
    },
    {
        id: "site-deploying-subnet",
        what: "A subnet from which a site is deployed",
        type: "Microsoft.Web/sites",
        path: `${PROPERTIES}.siteConfig.scmIpSecurityRestrictions[].vnetSubnetResourceId`,
    },
    {
        id: "subnet-nat-gateway",
        what: "A subnet's NAT gateway",
        type: `${NETWORK}/virtualNetworks/subnets`,
        path: `${PROPERTIES}.natGateway.id`,
        answer: unreferred,
    },
    {
        id: "subnet-security-group",
        what: "A subnet's network security group",
        type: `${NETWORK}/virtualNetworks/subnets`,
        path: `${PROPERTIES}.networkSecurityGroup.id`,
        answer: unreferred,
    },
    {
        id: "traffic-manager-target",
        what: "An endpoint's target",
        type: `${NETWORK}/trafficManagerProfiles`,
        path: `${PROPERTIES}.endpoints[].properties.targetResourceId`,
    },
    {
        id: "zone-link-network",
        what: "The network that a DNS zone is linked to",
        type: `${NETWORK}/privateDnsZones/virtualNetworkLinks`,
        path: `${PROPERTIES}.virtualNetwork.id`,
    },
];

export const REFERENCE_REFUSALS: readonly Refusal[] = [
    ...REFERENCES.map(
        ({ id, what, type, path, answer = unfound, source = UNVERIFIED }): Refusal => ({
            id: `missing-${id}`,
            title: `${what} must exist.`,
            source,
            types: [type],
            methods: ["PUT"],
            judge: (request, cloud) => {
                const lost = textsAt(request.arm.body, path).find((one) => missing(cloud, one));
                return lost === undefined ? undefined : answer(lost, request.id);
            },
        }),
    ),
    {
        id: "missing-identity",
        title: "A user-assigned identity must exist before it is assigned.",
        source: "managed identities, error FailedIdentityOperation [U]",
        methods: ["PUT"],
        judge: ({ arm }, cloud) => {
            const lost = textsAt(arm.body, "identity.userAssignedIdentities{}").find((one) => missing(cloud, one));
            return lost === undefined
                ? undefined
                : badRequest(
                      "FailedIdentityOperation",
                      `Identity operation for resource '${arm.name}' failed with error 'Resource '${lost}' was not found.'`,
                  );
        },
    },
];
