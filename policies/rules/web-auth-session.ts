import { SITES } from "../azure-types";
import type { PackConfig } from "../config";
import { judgeProviders } from "../identity-providers";
import { isGiven, unguarded } from "../marks";
import type { Props, ResourceView } from "../model";
import { type Report, stackRule } from "../rule";
import { found, list, show, text } from "../show";
import { configurationOf } from "../site-relations";
import { settingsOf } from "../site-settings";

export const webAuthSession = stackRule(SITES, (site, report, { stack, config }) => {
    // Two classes of azure-native write the same object in Azure; the first is the current one.
    const settings = configurationOf(site, stack, "WebAppAuthSettingsV2WithoutSecrets", "WebAppAuthSettingsV2");
    if (settings.length === 0) {
        report("nothing asks for a session: it has no authentication settings");
    }
    settings.forEach(({ props }) => {
        judgeAuthentication(props, report);
        judgeExcluded(props.globalValidation?.excludedPaths, site, report);
        judgeProviders(props.identityProviders, report);
        judgeRedirects(props.login?.allowedExternalRedirectUrls, report);
        judgeSession(props.login, report, config);
    });
    for (const { name } of configurationOf(site, stack, "WebAppAuthSettings")) {
        report(`${name} writes the settings of version 1 to the same site, and whichever is written last counts`);
    }
    const places = [site, ...configurationOf(site, stack, "WebAppApplicationSettings")];
    for (const { name } of places.flatMap(settingsOf).filter((setting) => OVERRULES.test(setting.name))) {
        report(`setting ${name} says what its authentication settings alone must say`);
    }
});

/**
 * Variables by which App Service hands its authentication on, and those of version 1 (Microsoft, "Environment variables and app settings");
 * which of them counts beside settings of version 2 is not documented.
 */
const OVERRULES =
    /^WEBSITE_AUTH_(V2_CONFIG_JSON|ENABLED|VALIDATE_NONCE|TOKEN_REFRESH_HOURS|COOKIE_EXPIRATION_(TIME|MODE)|REQUIRE_HTTPS|UNAUTHENTICATED_ACTION|EXTERNAL_REDIRECT_URLS|FROM_FILE|FILE_PATH|OPENID_ISSUER|ALLOWED_AUDIENCES)$/i;

/** What Azure does with a visitor without a session, but for letting in. */
const TURNED_AWAY: readonly string[] = ["redirecttologinpage", "return401", "return403", "return404"];

function judgeAuthentication({ platform, globalValidation, httpSettings }: Props, report: Report): void {
    const wanted = {
        "platform.enabled": platform?.enabled,
        "globalValidation.requireAuthentication": globalValidation?.requireAuthentication,
        "httpSettings.requireHttps": httpSettings?.requireHttps,
    };
    for (const [property, value] of Object.entries(wanted).filter(([, each]) => each !== true)) {
        report(found(property, value));
    }
    // With a file named, App Service reads all of this from the package and nothing from here.
    if (isGiven(unguarded(platform, "configFilePath"))) {
        report("platform.configFilePath is set, so that the file in the package decides and these settings do not");
    }
    const action = globalValidation?.unauthenticatedClientAction;
    if (!TURNED_AWAY.includes(text(action).toLowerCase())) {
        report(found("globalValidation.unauthenticatedClientAction", action));
    }
}

/** Everything under an excluded path answers without a session; only the site's own health check may. */
function judgeExcluded(excluded: unknown, site: ResourceView, report: Report): void {
    if (!Array.isArray(excluded)) {
        if (isGiven(excluded)) {
            report(`${found("globalValidation.excludedPaths", excluded)}, not a list`);
        }
        return;
    }
    for (const path of excluded) {
        const health = text(site.props.siteConfig?.healthCheckPath);
        if (!isLiteralPath(path) || text(path).toLowerCase() !== health.toLowerCase()) {
            report(`globalValidation.excludedPaths holds ${show(path)}, which is not its health check`);
        }
    }
}

const isLiteralPath = (path: unknown): boolean => /^(\/[\w.~-]+)+$/.test(text(path));

/** A session may be handed over there. */
function judgeRedirects(urls: unknown, report: Report): void {
    for (const url of list(urls).filter((each) => /\*|^http:/i.test(text(each)))) {
        report(`login.allowedExternalRedirectUrls holds ${show(url)}: name each address, with https`);
    }
}

function judgeSession(login: Props["login"], report: Report, { longestSessionHours }: PackConfig): void {
    const expiration = login?.cookieExpiration;
    const hours = hoursOf(expiration?.timeToExpiration);
    const limit = `at most ${longestSessionHours} hours`;
    if (hours === undefined || hours > longestSessionHours) {
        report(`${found("login.cookieExpiration.timeToExpiration", expiration?.timeToExpiration)}, not ${limit}`);
    }
    if (text(expiration?.convention).toLowerCase() !== "fixedtime") {
        report(
            `${found("login.cookieExpiration.convention", expiration?.convention)}, so that the limit does not hold`,
        );
    }
    if (login?.nonce?.validateNonce !== true) {
        report(found("login.nonce.validateNonce", login?.nonce?.validateNonce));
    }
    // A session that ended can be renewed for so long; 72 hours where nothing is said.
    const { enabled, tokenRefreshExtensionHours: renewal } = login?.tokenStore ?? {};
    const left = longestSessionHours - Math.min(hours ?? 0, longestSessionHours);
    if (enabled !== false && !(typeof renewal === "number" && renewal <= left)) {
        report(`${found("login.tokenStore.tokenRefreshExtensionHours", renewal)}, not ${limit} with the session`);
    }
}

/** A .NET TimeSpan, `d.hh:mm:ss`; in `24:00:00` the first number is days. `undefined` for anything else. */
function hoursOf(span: unknown): number | undefined {
    const parts = typeof span === "string" ? /^(?:(\d+)\.)?(\d+):(\d{2}):(\d{2})$/.exec(span) : null;
    if (!parts) {
        return undefined;
    }
    const [days = 0, first = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
    return first > 23 ? first * 24 : days * 24 + first + minutes / 60 + seconds / 3600;
}
