import type { PlanResource } from "../../plan/plan";
import { inputAt, listAt, PlannedResources, regionOf } from "../../plan/planned-resources";
import type { Facts } from "../facts";

/** Measure 6: what answers without a session, how long one lasts, and that nothing leads past the sites to what they keep. */
export const sessions: Facts = {
    measure: 6,
    of: ({ resources }) => {
        const plan = new PlannedResources(resources);
        return [
            ...plan.ofType("web:WebApp").map((site) => siteFact(site, plan)),
            storesFact(plan),
            serversFact(plan.ofType("sql:Server")),
        ];
    },
};

function siteFact(site: PlanResource, plan: PlannedResources): string {
    const where = `${site.name} in ${regionOf(site)}`;
    const [settings] = plan.referrers(site, "name", "web:WebAppAuthSettingsV2WithoutSecrets");
    const asks = (...path: readonly string[]): boolean => settings !== undefined && inputAt(settings, ...path) === true;
    if (settings === undefined || !asks("platform", "enabled") || !asks("globalValidation", "requireAuthentication")) {
        return `${where} asks for no session`;
    }
    const open = listAt(settings, "globalValidation", "excludedPaths").map(said).join(", ");
    const closed = open === "" ? "closed" : `closed but for ${open}`;
    return `${where}: ${[closed, entrance(settings), lifetime(settings)].join("; ")}`;
}

/** Where people sign in, or whose tokens are taken. */
function entrance(settings: PlanResource): string {
    const directory = (...path: readonly string[]) => [settings, "identityProviders", ENTRA, ...path] as const;
    const host = hostOf(inputAt(...directory("registration", "openIdIssuer")));
    if (inputAt(settings, "globalValidation", "unauthenticatedClientAction") === "RedirectToLoginPage") {
        return `visitors sign in at ${host}`;
    }
    const own = said(inputAt(...directory("registration", "clientId")));
    const audiences = listAt(...directory("validation", "allowedAudiences")).map(said);
    const others = audiences.filter((audience) => audience !== own && audience !== `api://${own}`);
    const whom = audiences.length > 0 && others.length === 0 ? "its own registration" : audiences.join(", ");
    const callers = listAt(...directory("validation", "defaultAuthorizationPolicy", "allowedApplications"));
    return `takes tokens of ${host} for ${whom || "any registration"}, brought by ${callers.map(said).join(", ") || "any application"}`;
}

const ENTRA = "azureActiveDirectory";

function lifetime(settings: PlanResource): string {
    const span = said(inputAt(settings, "login", "cookieExpiration", "timeToExpiration"));
    const lasts = span.replace(/^0?(\d+):00:00$/, "$1 hours");
    const renewal = inputAt(settings, "login", "tokenStore", "tokenRefreshExtensionHours");
    const renewed = renewal === 0 ? "not renewed after its end" : `renewed until ${said(renewal)} hours after its end`;
    const isKept = inputAt(settings, "login", "tokenStore", "enabled") === true;
    return `a session lasts ${lasts} and is ${renewed}; tokens are ${isKept ? "kept by the platform" : "not kept"}`;
}

function storesFact(plan: PlannedResources): string {
    const stores = plan.ofType("storage:StorageAccount");
    const isPrivate = (store: PlanResource): boolean =>
        inputAt(store, "publicNetworkAccess") === "Disabled" &&
        plan.referrers(store, "privateLinkServiceConnections", "network:PrivateEndpoint").length > 0;
    const without = (key: string): number => stores.filter((store) => inputAt(store, key) === false).length;
    return `of ${stores.length} storage accounts ${stores.filter(isPrivate).length} are reached by private endpoint only, ${without("allowSharedKeyAccess")} take no shared keys and ${without("allowBlobPublicAccess")} show no public blobs`;
}

function serversFact(servers: readonly PlanResource[]): string {
    const entraOnly = servers.filter((each) => inputAt(each, "administrators", "azureADOnlyAuthentication") === true);
    return `of ${servers.length} SQL servers ${entraOnly.length} take no passwords`;
}

const hostOf = (issuer: unknown): string => /^https:\/\/([^/]+)/.exec(said(issuer))?.[1] ?? said(issuer);

const said = (value: unknown): string =>
    typeof value === "string" || typeof value === "number" ? String(value) : "what is not known";
