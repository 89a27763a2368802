import type { web } from "@pulumi/azure-native/types/input";
import { Refusal } from "../refusal";
import { type Ingress, scmAccess, siteAccess } from "./access-restrictions";

export interface SiteConfigurationArgs {
    /** `DOTNETCORE|10.0`, `NODE|22-lts` or `PHP|8.3`. */
    readonly runtime: string;
    /** The one path that answers without a session, such as `/health`. */
    readonly healthPath: string;
    readonly ingress: Ingress;
    /** Plain: with an unknown inside, the SDK makes the whole site configuration unknown, and no policy could judge a preview. */
    readonly runnersSubnetId: string;
}

/**
 * Checks what a site runs and where it says that it is well.
 *
 * @throws Refusal for a runtime that cannot run from a package, and for a health path that is missing or the whole site.
 */
export function requireSiteConfiguration({ runtime, healthPath }: SiteConfigurationArgs): void {
    // Built-in Python and Java need to write where the package is mounted read-only (learn: deploy-run-package).
    if (!/^(DOTNETCORE|NODE|PHP)\|\S+$/.test(runtime)) {
        throw new Refusal(
            `'${runtime}' does not run from a package; choose DOTNETCORE, NODE or PHP with a version, such as 'NODE|22-lts'`,
        );
    }
    // A path that ends in a slash or climbs could stand for more than the one that answers.
    if (!/^(\/(?!\.{1,2}(\/|$))[^\s?#*/\\%]+)+$/.test(healthPath)) {
        throw new Refusal(
            `'${healthPath}' is not a health path; it is open without a session, so name one path such as '/health'`,
        );
    }
}

/** How every site is configured: each value is explicit, since several of Azure's defaults are the weaker ones. */
export function siteConfiguration(args: SiteConfigurationArgs): web.SiteConfigArgs {
    return {
        linuxFxVersion: args.runtime,
        alwaysOn: true,
        healthCheckPath: args.healthPath,
        ...transport,
        ...logging,
        remoteDebuggingEnabled: false,
        ftpsState: "Disabled",
        cors: { allowedOrigins: [], supportCredentials: false },
        // The name before `outboundVnetRouting`; scanners and Azure's older policies still read it.
        vnetRouteAllEnabled: true,
        ipSecurityRestrictions: siteAccess(args.ingress, args.runnersSubnetId),
        // A "Deny all" rule alone is ignored on a new site (azure-docs#101666): only the default action closes it.
        ipSecurityRestrictionsDefaultAction: "Deny",
        scmIpSecurityRestrictions: scmAccess(args.runnersSubnetId),
        scmIpSecurityRestrictionsDefaultAction: "Deny",
        scmIpSecurityRestrictionsUseMain: false,
    };
}

const transport = {
    minTlsVersion: "1.2",
    scmMinTlsVersion: "1.2",
    // Leaves TLS 1.3 and the forward-secret GCM suites of TLS 1.2; Azure's default also admits CBC and static RSA.
    minTlsCipherSuite: "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    http20Enabled: true,
} satisfies web.SiteConfigArgs;

const logging = {
    httpLoggingEnabled: true,
    detailedErrorLoggingEnabled: true,
    requestTracingEnabled: true,
} satisfies web.SiteConfigArgs;
