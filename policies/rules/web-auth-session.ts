import { SITES } from "../azure-types";
import type { PackConfig } from "../config";
import type { Props } from "../model";
import { type Report, stackRule } from "../rule";
import { found, list, show } from "../show";
import { configurationOf } from "../site-relations";

export const webAuthSession = stackRule(SITES, (site, report, { stack, config }) => {
    // Two classes of azure-native write the same object in Azure; the first is the current one.
    const settings = configurationOf(site, stack, "WebAppAuthSettingsV2WithoutSecrets", "WebAppAuthSettingsV2");
    if (settings.length === 0) {
        report("nothing asks for a session: it has no authentication settings");
    }
    settings.forEach(({ props }) => {
        judgeAuthentication(props, report);
        judgeSession(props.login, report, config);
    });
});

function judgeAuthentication({ platform, globalValidation, httpSettings }: Props, report: Report): void {
    const wanted = {
        "platform.enabled": platform?.enabled,
        "globalValidation.requireAuthentication": globalValidation?.requireAuthentication,
        "httpSettings.requireHttps": httpSettings?.requireHttps,
    };
    for (const [property, value] of Object.entries(wanted).filter(([, each]) => each !== true)) {
        report(found(property, value));
    }
    if (globalValidation?.unauthenticatedClientAction === "AllowAnonymous") {
        report("globalValidation.unauthenticatedClientAction is 'AllowAnonymous'");
    }
    for (const path of list(globalValidation?.excludedPaths).filter(isWholeSite)) {
        report(`globalValidation.excludedPaths holds ${show(path)}, which leaves the site open`);
    }
}

function judgeSession(login: Props["login"], report: Report, { longestSessionHours }: PackConfig): void {
    const expiration = login?.cookieExpiration;
    const hours = hoursOf(expiration?.timeToExpiration);
    if (hours === undefined || hours > longestSessionHours) {
        const limit = `at most ${longestSessionHours} hours`;
        report(`${found("login.cookieExpiration.timeToExpiration", expiration?.timeToExpiration)}, not ${limit}`);
    }
    if (expiration?.convention === "IdentityProviderDerived") {
        report("login.cookieExpiration.convention is 'IdentityProviderDerived', so that the limit does not hold");
    }
    if (login?.nonce?.validateNonce !== true) {
        report(found("login.nonce.validateNonce", login?.nonce?.validateNonce));
    }
}

/** `/`, `/*` and what a wildcard makes as wide. */
const isWholeSite = (path: unknown): boolean => typeof path !== "string" || /^\/?\**$/.test(path.trim());

/** A .NET TimeSpan, `d.hh:mm:ss`; in `24:00:00` the first number is days. `undefined` for anything else. */
function hoursOf(span: unknown): number | undefined {
    const parts = typeof span === "string" ? /^(?:(\d+)\.)?(\d+):(\d{2}):(\d{2})$/.exec(span) : null;
    if (!parts) {
        return undefined;
    }
    const [days = 0, first = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
    return first > 23 ? first * 24 : days * 24 + first + minutes / 60 + seconds / 3600;
}
