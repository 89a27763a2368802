const location = "westeurope";
const tags = { environment: "proef", owner: "platform-team", dataClass: "none" };
const ID = "/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/rg-figlo-advisor-proef-weu/providers";
const NETWORK = `${ID}/Microsoft.Network`;

const rule = {
    access: "Deny",
    direction: "Inbound",
    priority: 4096,
    protocol: "*",
    sourceAddressPrefix: "*",
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
    destinationPortRange: "*",
};

/** Inputs of the network's types, by type token without `azure-native:`. */
export const NETWORK_INPUTS: Readonly<Record<string, Record<string, unknown>>> = {
    "network:NatGateway": {
        natGatewayName: "ng-figlo-proef",
        location,
        sku: { name: "Standard" },
        zones: ["1"],
        publicIpAddresses: [{ id: `${NETWORK}/publicIPAddresses/pip-figlo-proef` }],
        tags,
    },
    "network:NetworkSecurityGroup": {
        networkSecurityGroupName: "nsg-figlo-proef",
        location,
        securityRules: [{ name: "deny-all", ...rule }],
        tags,
    },
    "network:PrivateDnsZoneGroup": {
        privateEndpointName: "pep-figlo-proef",
        privateDnsZoneGroupName: "default",
        privateDnsZoneConfigs: [
            { name: "vault", privateDnsZoneId: `${NETWORK}/privateDnsZones/privatelink.vaultcore.azure.net` },
        ],
    },
    "network:PrivateEndpoint": {
        privateEndpointName: "pep-figlo-proef",
        location,
        customNetworkInterfaceName: "pep-figlo-proef-nic",
        subnet: { id: `${NETWORK}/virtualNetworks/vnet-figlo-proef/subnets/links` },
        privateLinkServiceConnections: [
            {
                name: "vault",
                groupIds: ["vault"],
                privateLinkServiceId: `${ID}/Microsoft.KeyVault/vaults/kv-figlo-proef`,
            },
        ],
        tags,
    },
    "network:PublicIPAddress": {
        publicIpAddressName: "pip-figlo-proef",
        location,
        sku: { name: "Standard" },
        zones: ["1", "2", "3"],
        publicIPAllocationMethod: "Static",
        tags,
    },
    "network:SecurityRule": {
        networkSecurityGroupName: "nsg-figlo-proef",
        securityRuleName: "deny-out",
        ...rule,
        direction: "Outbound",
    },
    "network:Subnet": {
        virtualNetworkName: "vnet-figlo-proef",
        subnetName: "front-end",
        addressPrefix: "10.0.0.0/24",
        privateEndpointNetworkPolicies: "Enabled",
        networkSecurityGroup: { id: `${NETWORK}/networkSecurityGroups/nsg-figlo-proef` },
        delegations: [{ name: "web", serviceName: "Microsoft.Web/serverFarms" }],
    },
    "network:VirtualNetwork": {
        virtualNetworkName: "vnet-figlo-proef",
        location,
        addressSpace: { addressPrefixes: ["10.0.0.0/20"] },
        subnets: [
            {
                name: "links",
                addressPrefix: "10.0.1.0/24",
                delegations: [{ name: "web", serviceName: "Microsoft.Web/serverFarms" }],
            },
        ],
        tags,
    },
    "privatedns:PrivateZone": { privateZoneName: "privatelink.vaultcore.azure.net", location: "global", tags },
    "privatedns:VirtualNetworkLink": {
        privateZoneName: "privatelink.vaultcore.azure.net",
        virtualNetworkLinkName: "weu",
        location: "global",
        registrationEnabled: false,
        virtualNetwork: { id: `${NETWORK}/virtualNetworks/vnet-figlo-proef` },
        tags,
    },
    "trafficmanager:Profile": {
        profileName: "traf-figlo-proef",
        location: "global",
        trafficRoutingMethod: "Priority",
        dnsConfig: { relativeName: "figlo-proef", ttl: 30 },
        monitorConfig: { protocol: "HTTPS", port: 443, path: "/health" },
        endpoints: [
            {
                name: "primary",
                type: "Microsoft.Network/trafficManagerProfiles/azureEndpoints",
                targetResourceId: `${ID}/Microsoft.Web/sites/app-figlo-proef`,
                endpointStatus: "Enabled",
                priority: 1,
            },
        ],
        tags,
    },
};
