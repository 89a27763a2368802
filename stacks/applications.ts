import * as pulumi from "@pulumi/pulumi";
import type { Shard } from "../infra/sql/shard";
import { CustomDomain } from "../infra/web/custom-domain";
import { WebApp } from "../infra/web/web-app";
import type { ApplicationRights } from "./application-rights";
import type { Foundation, RegionRole } from "./foundation";
import type { Hosting } from "./hosting";
import type { ApplicationIdentity } from "./identities";
import type { Settings } from "./settings/settings";

/** What an application of one region is made of. */
export interface ApplicationArgs {
    readonly role: RegionRole;
    readonly settings: Settings;
    readonly foundation: Foundation;
    readonly hosting: Hosting;
    readonly identity: ApplicationIdentity;
    readonly rights: ApplicationRights;
}

export interface BackEndArgs extends ApplicationArgs {
    /** Both regions: a front-end reaches the other region's back-end when its own is down. */
    readonly foundations: readonly Foundation[];
    /** The listener of its failover group is the databases' name. */
    readonly shard: Shard;
    readonly documentsEndpoint: pulumi.Input<string>;
    /** The other back-end's endpoints, which lie in the same subnets. */
    readonly linksAfter: readonly pulumi.Resource[];
}

/** The back-end of one region, which only private endpoints reach. */
export function backEnd(args: BackEndArgs): WebApp {
    const { role, settings, foundation, shard, documentsEndpoint } = args;
    const basis = common(args);
    return new WebApp(`${role}-back-end`, {
        ...basis,
        after: [...basis.after, shard.group],
        role: "back-end",
        subnetId: foundation.network.backEndSubnetId,
        ingress: { kind: "private" },
        links: args.foundations.map(({ network }) => network.backEndAccess),
        linksAfter: args.linksAfter,
        signIn: {
            issuer: settings.signIn.issuer,
            clientId: settings.signIn.backEndClientId,
            // Tokens of version 2 name the client id, those of version 1 the URI (learn.microsoft.com, entra access-token-claims-reference).
            audiences: [settings.signIn.backEndClientId, `api://${settings.signIn.backEndClientId}`],
            // Tokens for the back-end are taken from the front-end's registration only.
            allowedApplications: [settings.signIn.frontEndClientId],
            ...sessionOf(settings),
        },
        settings: {
            ...platformSettings(args),
            Documents__Endpoint: documentsEndpoint,
            Sql__Server: shard.host,
        },
    });
}

export interface FrontEndArgs extends ApplicationArgs {
    /** The back-end of this region first. */
    readonly backEnds: readonly [own: WebApp, other: WebApp];
}

/** The front-end of one region; Traffic Manager leads visitors to it. */
export function frontEnd(args: FrontEndArgs): WebApp {
    const { role, settings, foundation, backEnds } = args;
    const [own, other] = backEnds;
    return new WebApp(`${role}-front-end`, {
        ...common(args),
        role: "front-end",
        subnetId: foundation.network.frontEndSubnetId,
        ingress:
            settings.web.visitors === "internet"
                ? { kind: "internet" }
                : { kind: "addresses", addresses: settings.web.visitors },
        links: [],
        signIn: {
            issuer: settings.signIn.issuer,
            clientId: settings.signIn.frontEndClientId,
            audiences: [settings.signIn.frontEndClientId],
            // `offline_access` gives the token store what it renews tokens with, as long as the session lasts.
            scopes: ["openid", "offline_access", `api://${settings.signIn.backEndClientId}/user_impersonation`],
            ...sessionOf(settings),
            clientSecretSetting: SIGN_IN_SETTING,
        },
        settings: {
            ...platformSettings(args),
            BackEnd__Url: pulumi.interpolate`https://${own.defaultHostName}`,
            BackEnd__FallbackUrl: pulumi.interpolate`https://${other.defaultHostName}`,
            [SIGN_IN_SETTING]: `@Microsoft.KeyVault(SecretUri=${secretUri(settings, role)})`,
        },
    });
}

/**
 * The public host name of a front-end with its certificate. After its release has started and after Traffic Manager: App Service checks that the name's CNAME leads
 * to a profile that has this site as an endpoint.
 */
export function publicName(
    { role, settings, foundation, hosting }: ApplicationArgs,
    site: WebApp,
    after: readonly pulumi.Resource[],
): CustomDomain {
    const { hostName, certificate } = settings.domain;
    return new CustomDomain(`${role}-domain`, {
        place: foundation.place,
        hostName,
        siteName: site.name,
        planId: hosting.planId,
        certificate:
            certificate.source === "key-vault"
                ? { kind: "key-vault", vaultId: settings.operatorVaults[role], secret: certificate.secret }
                : { kind: "managed" },
        after,
    });
}

const sessionOf = ({ web: { sessionHours, sessionRenewalHours } }: Settings) => ({ sessionHours, sessionRenewalHours });

/** Where App Service's sign-in looks for the client secret; the name is Microsoft's. */
const SIGN_IN_SETTING = "MICROSOFT_PROVIDER_AUTHENTICATION_SECRET";

/** The address of the sign-in secret in the operators' vault of a region, without a version: a renewed secret needs no deployment. */
function secretUri({ operatorVaults, signIn }: Settings, role: RegionRole): string {
    const vaultName = operatorVaults[role].split("/").pop();
    return `https://${vaultName}.vault.azure.net/secrets/${signIn.clientSecret}`;
}

const common = ({ settings, foundation, hosting, identity, rights }: ApplicationArgs) => ({
    place: foundation.place,
    planId: hosting.planId,
    identity,
    runtime: settings.web.runtime,
    healthPath: settings.web.healthPath,
    runnersSubnetId: foundation.network.runnersSubnetId,
    runnersSubnet: foundation.network.runnersSubnet,
    workspaceId: foundation.monitoring.workspaceId,
    // Without the ways to its package and its secrets a site starts empty, and asks again hours later.
    // The way to the packages is the last of these ways, one after the other in one subnet.
    after: [rights, hosting.packages.last],
});

const platformSettings = ({ foundation, hosting, identity }: ApplicationArgs) => ({
    // Not a credential: the component accepts telemetry from granted identities only.
    APPLICATIONINSIGHTS_CONNECTION_STRING: foundation.monitoring.connectionString,
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: pulumi.interpolate`Authorization=AAD;ClientId=${identity.clientId}`,
    KeyVault__Uri: foundation.vault.uri,
    WEBSITE_RUN_FROM_PACKAGE: hosting.packageUrl,
});
