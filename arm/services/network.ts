import type { Flattened, ResourceTypes } from "../resource-type";

const NETWORK = "2024-05-01";
const DNS = "2024-06-01";

const ITEM: Flattened = { beside: ["id", "name", "type"] };
const CONNECTION: Flattened = { beside: ["id", "name"] };
const SECURITY_GROUP: Flattened = { beside: ["id", "location", "tags"], within: { securityRules: ITEM } };
const ROUTE_TABLE: Flattened = { beside: ["id", "location", "tags"], within: { routes: ITEM } };
const SUBNET_FIELDS = { delegations: ITEM, networkSecurityGroup: SECURITY_GROUP, routeTable: ROUTE_TABLE };
const SUBNET: Flattened = { ...ITEM, within: SUBNET_FIELDS };

export const NETWORK_TYPES: ResourceTypes = {
    "azure-native:network:NatGateway": {
        armType: "Microsoft.Network/natGateways",
        apiVersion: NETWORK,
        names: ["natGatewayName"],
        top: ["sku", "zones"],
    },
    "azure-native:network:NetworkSecurityGroup": {
        armType: "Microsoft.Network/networkSecurityGroups",
        apiVersion: NETWORK,
        names: ["networkSecurityGroupName"],
        nested: { securityRules: ITEM },
    },
    "azure-native:network:PrivateDnsZoneGroup": {
        armType: "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
        apiVersion: NETWORK,
        names: ["privateEndpointName", "privateDnsZoneGroupName"],
        nested: { privateDnsZoneConfigs: { beside: ["name"] } },
    },
    "azure-native:network:PrivateEndpoint": {
        armType: "Microsoft.Network/privateEndpoints",
        apiVersion: NETWORK,
        names: ["privateEndpointName"],
        top: ["extendedLocation"],
        nested: {
            ipConfigurations: { beside: ["name"] },
            manualPrivateLinkServiceConnections: CONNECTION,
            privateLinkServiceConnections: CONNECTION,
            subnet: SUBNET,
        },
    },
    "azure-native:network:PublicIPAddress": {
        armType: "Microsoft.Network/publicIPAddresses",
        apiVersion: NETWORK,
        names: ["publicIpAddressName"],
        top: ["extendedLocation", "sku", "zones"],
        nested: { natGateway: { beside: ["id", "location", "sku", "zones"] } },
    },
    "azure-native:network:SecurityRule": {
        armType: "Microsoft.Network/networkSecurityGroups/securityRules",
        apiVersion: NETWORK,
        names: ["networkSecurityGroupName", "securityRuleName"],
    },
    "azure-native:network:Subnet": {
        armType: "Microsoft.Network/virtualNetworks/subnets",
        apiVersion: NETWORK,
        names: ["virtualNetworkName", "subnetName"],
        nested: SUBNET_FIELDS,
    },
    "azure-native:network:VirtualNetwork": {
        armType: "Microsoft.Network/virtualNetworks",
        apiVersion: NETWORK,
        names: ["virtualNetworkName"],
        top: ["extendedLocation"],
        nested: { subnets: SUBNET, virtualNetworkPeerings: ITEM },
    },
    "azure-native:privatedns:PrivateZone": {
        armType: "Microsoft.Network/privateDnsZones",
        apiVersion: DNS,
        names: ["privateZoneName"],
    },
    "azure-native:privatedns:VirtualNetworkLink": {
        armType: "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
        apiVersion: DNS,
        names: ["privateZoneName", "virtualNetworkLinkName"],
    },
    "azure-native:trafficmanager:Profile": {
        armType: "Microsoft.Network/trafficManagerProfiles",
        apiVersion: "2022-04-01",
        names: ["profileName"],
        nested: { endpoints: ITEM },
    },
};
