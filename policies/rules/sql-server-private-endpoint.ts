import { PRIVATE_ENDPOINT, PRIVATE_ZONE, SERVER, WEB_APP } from "../azure-types";
import type { ResourceView, StackView } from "../model";
import { physicalName } from "../physical-name";
import { leadsTo } from "../private-endpoints";
import { normalRegion } from "../regions";
import { stackRule } from "../rule";

/** Applications of each region reach both servers from their own network, so that either region can fail. */
export const sqlServerPrivateEndpoint = stackRule([SERVER], (server, report, { stack, config }) => {
    const endpoints = stack.referrers(server, "privateLinkServiceConnections", PRIVATE_ENDPOINT).filter(leadsToSql);
    const regions = new Set(endpoints.map(({ props }) => normalRegion(props.location)).filter(Boolean));
    const least = config.environment === "acceptatie" || config.environment === "productie" ? 2 : 1;
    if (regions.size < least) {
        report(`has private endpoints in ${regions.size} of at least ${least} regions`);
    }
    for (const region of applicationRegions(stack)) {
        if (!regions.has(region)) {
            report(`has no private endpoint in ${region}, where applications run`);
        }
    }
    for (const endpoint of endpoints.filter((each) => !hasRecords(each, stack))) {
        // Its name would still lead to the public address.
        report(`no private DNS zone has the server's name for its private endpoint ${endpoint.name}`);
    }
});

const leadsToSql = (endpoint: ResourceView): boolean => leadsTo(endpoint, "sqlServer");

const ZONE = "privatelink.database.windows.net";

/** A zone group writes the records; a zone that the plan holds must be the one of SQL. */
const hasRecords = (endpoint: ResourceView, stack: StackView): boolean =>
    stack
        .referrers(endpoint, "privateEndpointName", "azure-native:network:PrivateDnsZoneGroup")
        .filter((group) => group.has("privateDnsZoneConfigs"))
        .some((group) => {
            const zones = group.references("privateDnsZoneConfigs", PRIVATE_ZONE).map(physicalName);
            return zones.length === 0 || zones.some((zone) => zone === undefined || zone === ZONE);
        });

const applicationRegions = (stack: StackView): readonly string[] =>
    [...new Set(stack.ofType(WEB_APP).map(({ props }) => normalRegion(props.location)))]
        .filter((region) => region !== undefined)
        .sort();
