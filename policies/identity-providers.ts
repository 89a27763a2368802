import { isGiven, isMark, isObject, unguarded } from "./marks";
import type { Props } from "./model";
import type { Report } from "./rule";
import { found, list, show, text } from "./show";

/** What Azure knows besides Entra and issuers of one's own. It enables each that is not named: everybody has an account somewhere. */
const OTHERS = [
    "apple",
    "azureStaticWebApps",
    "facebook",
    "gitHub",
    "google",
    "legacyMicrosoftAccount",
    "twitter",
] as const;

const ENTRA = "azureActiveDirectory";
const OWN = "customOpenIdConnectProviders";

/** Somebody must be asked who a visitor is: Entra, or another issuer that is named, and nobody besides. */
export function judgeProviders(providers: Props["identityProviders"], report: Report): void {
    const given: Props = isObject(providers) ? providers : {};
    const { [ENTRA]: entra, [OWN]: own } = given;
    const custom = Object.entries(isObject(own) ? own : {}) as readonly (readonly [string, Props])[];
    const enabled = [entra, ...custom.map(([, provider]) => provider)].filter((each) => each?.enabled === true);
    if (!enabled.some((each) => isGiven(unguarded(each, "registration")))) {
        report("identityProviders enables none that has a registration");
    }
    if (entra?.enabled === true) {
        judgeEntra(entra, report);
    } else if (entra?.enabled !== false && enabled.length > 0) {
        report(`${found(`identityProviders.${ENTRA}.enabled`, entra?.enabled)}, which Azure takes for true`);
    }
    for (const [name, provider] of custom) {
        judgeOwn(name, provider, report);
    }
    const others = new Set([...OTHERS, ...Object.keys(given).filter((name) => name !== ENTRA && name !== OWN)]);
    for (const name of [...others].filter((each) => given[each]?.enabled !== false).sort()) {
        report(
            `${found(`identityProviders.${name}.enabled`, given[name]?.enabled)}: it must be named and switched off`,
        );
    }
}

/** Which directory a token must be of, whom it must be made out to, and which application may bring it. */
function judgeEntra({ registration, validation }: Props, report: Report): void {
    const path = `identityProviders.${ENTRA}`;
    if (!isOneTenant(registration?.openIdIssuer)) {
        report(`${found(`${path}.registration.openIdIssuer`, registration?.openIdIssuer)}, not one directory's`);
    }
    const wanted = {
        "validation.allowedAudiences": unguarded(validation, "allowedAudiences"),
        "validation.defaultAuthorizationPolicy.allowedApplications": unguarded(
            validation?.defaultAuthorizationPolicy,
            "allowedApplications",
        ),
    };
    for (const [property] of Object.entries(wanted).filter(([, value]) => !isGiven(value))) {
        report(`${path}.${property} names none, so that a token for anything will do`);
    }
    if (!isGiven(unguarded(registration, "clientId"))) {
        report(`${found(`${path}.registration.clientId`, undefined)}, so that no token is made out to it`);
        return;
    }
    const audiences = unguarded(validation, "allowedAudiences");
    if (isGiven(audiences) && !isMark(audiences) && !Array.isArray(audiences)) {
        report(`${found(`${path}.validation.allowedAudiences`, audiences)}, not a list`);
    }
    // An audience that is not known, such as the id of a registration that the plan makes, is left to what is deployed.
    for (const audience of list(audiences).filter((each) => !isMark(each))) {
        if (isAnothers(text(audience).trim().toLowerCase(), registration)) {
            report(`${path}.validation.allowedAudiences holds ${show(audience)}, which is not this registration`);
        }
    }
}

/** A URI of one's own may be anything but Microsoft's, or one that names another id; the directory's may stand in it too. */
function isAnothers(audience: string, { clientId, openIdIssuer }: Props): boolean {
    const ids = (audience.match(GUIDS) ?? []).filter((id) => !text(openIdIssuer).toLowerCase().includes(id));
    const isOther = ids.length > 0 && !ids.includes(text(clientId).toLowerCase());
    return audience === "" || MICROSOFT.test(audience) || isOther;
}

const GUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const MICROSOFT = /^https:\/\/([a-z0-9-]+\.)*(microsoft|azure|windows)\.(com|net)(:443)?(\/|$)/;

function judgeOwn(name: string, provider: Props, report: Report): void {
    const path = `identityProviders.${OWN}.${name}`;
    if (provider?.enabled === false) {
        return;
    }
    if (provider?.enabled !== true) {
        report(`${found(`${path}.enabled`, provider?.enabled)}, which Azure takes for true`);
    }
    const configuration = provider?.registration?.openIdConnectConfiguration;
    const address = configuration?.wellKnownOpenIdConfiguration ?? configuration?.issuer;
    if (!isOneTenant(address)) {
        report(`${found(`${path}.registration.openIdConnectConfiguration`, address)}, not one issuer's`);
    }
}

/** Directories that stand for every directory, and the one of private accounts. */
const EVERYBODY: ReadonlySet<string> = new Set([
    "9188040d-6c67-4c5b-b112-36a304b66dad",
    "common",
    "consumers",
    "organizations",
    "{tenantid}",
]);

/** Issuers at which anybody may make an account. */
const PUBLIC_HOSTS = /(^|\.)(accounts\.google|appleid\.apple|facebook|github|linkedin|login\.live|twitter|x)\.com$/;

/** An https address of an issuer for a closed circle. Of Entra's own host the path names the directory; other hosts are one. */
function isOneTenant(address: unknown): boolean {
    const [, host = "", path = ""] = /^https:\/\/([a-z0-9.-]+)(?::443)?(\/[^?#\s]*)?$/i.exec(text(address)) ?? [];
    const parts = path.toLowerCase().split("/").filter(Boolean);
    const isEntra = /^(login\.(microsoftonline|windows|microsoft|partner\.microsoftonline)\.|sts\.windows\.)/i.test(
        host,
    );
    return (
        host !== "" &&
        !PUBLIC_HOSTS.test(host.toLowerCase()) &&
        (!isEntra || parts.length > 0) &&
        !parts.some((part) => EVERYBODY.has(part))
    );
}
