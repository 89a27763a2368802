import type { PlanResource } from "../plan/plan";
import { inputAt, isPlanObject, listAt, type PlannedResources, regionOf } from "../plan/planned-resources";
import { activeServer, databaseWay } from "./database-way";
import { allOf, type Joined, oneOf, part, type Way } from "./way";

/** What must work for a visitor to work with the application. */
export function visitorsWay(plan: PlannedResources): Joined {
    return allOf("application", [
        part("DNS of the public host name"),
        part("sign-in at Microsoft Entra External ID"),
        part("virtual networks and private DNS zones"),
        part("tokens of the applications", "entra-id"),
        ...plan.ofType("trafficmanager:Profile").flatMap((profile) => trafficWays(profile, plan)),
        databaseWay(plan),
        ...documentStores(plan).map(({ name }) => part(`documents in ${name}`, "storage")),
    ]);
}

/** Customers' documents lie in one account, whose copy in the other region only an operator can make the one that is written. */
const documentStores = (plan: PlannedResources): readonly PlanResource[] =>
    plan.ofType("storage:StorageAccount").filter((account) => inputAt(account, "tags", "dataClass") === "customer");

function trafficWays(profile: PlanResource, plan: PlannedResources): readonly Way[] {
    const sites = plan.references(profile, "endpoints", "web:WebApp");
    const regions = sites.map((site) => regionWay(site, plan));
    const joined = movesByItself(profile)
        ? oneOf("one of the regions, by Traffic Manager", regions)
        : allOf("the regions, between which nothing moves visitors by itself", regions);
    return [part("Traffic Manager", "traffic-manager"), joined];
}

/** True where each endpoint can take over from another that fails its probes. */
const movesByItself = (profile: PlanResource): boolean =>
    inputAt(profile, "profileStatus") === "Enabled" &&
    listAt(profile, "endpoints").every(
        (endpoint) =>
            isPlanObject(endpoint) && endpoint.endpointStatus === "Enabled" && endpoint.alwaysServe !== "Enabled",
    );

/** What one region needs of its own: its front-end and what lies behind, each reached by its private endpoint. */
function regionWay(frontEnd: PlanResource, plan: PlannedResources): Way {
    const region = regionOf(frontEnd);
    const backEnds = behind(frontEnd, plan, "web:WebApp").filter((site) => regionOf(site) === region);
    const vaults = new Set([frontEnd, ...backEnds].flatMap((site) => behind(site, plan, "keyvault:Vault")));
    const server = activeServer(plan);
    const reached = [...backEnds, ...vaults, ...documentStores(plan), ...(server ? [server] : [])];
    return allOf(`region ${region}`, [
        sitePart(frontEnd, plan),
        ...backEnds.map((site) => sitePart(site, plan)),
        ...[...vaults].map(({ name }) => part(name, "key-vault")),
        ...reached.flatMap((target) => linkParts(target, region, plan)),
    ]);
}

/** What an application's settings name: the sites, vaults and stores that it works with. */
function behind(site: PlanResource, plan: PlannedResources, type: string): readonly PlanResource[] {
    return plan
        .referrers(site, "name", "web:WebAppApplicationSettings")
        .flatMap((settings) => plan.references(settings, "properties", type));
}

function sitePart(site: PlanResource, plan: PlannedResources): Way {
    const isZonal = plan
        .references(site, "serverFarmId", "web:AppServicePlan")
        .some((farm) => inputAt(farm, "zoneRedundant") === true);
    return part(site.name, isZonal ? "app-service-zonal" : "app-service");
}

const linkParts = (target: PlanResource, region: string, plan: PlannedResources): readonly Way[] =>
    plan
        .referrers(target, "privateLinkServiceConnections", "network:PrivateEndpoint")
        .filter((endpoint) => regionOf(endpoint) === region)
        .map(({ name }) => part(name, "private-link"));
