import * as web from "@pulumi/azure-native/web";
import type * as pulumi from "@pulumi/pulumi";
import { Refusal } from "../refusal";
import type { SiteRole } from "./access-restrictions";
import { isVaultReference, type Settings } from "./application-settings";

/** The registration in the directory through which a site's visitors sign in. */
export interface SignIn {
    /** Issuer of the tokens, an https address. */
    readonly issuer: string;
    readonly clientId: string;
    /** Whom a token must be made out to; at least one. */
    readonly audiences: readonly string[];
    /** Hours until a session ends, 1 to 23. */
    readonly sessionHours: number;
    /** Hours after its end in which a session can still be renewed without signing in, 0 to 23; 0 is never. */
    readonly sessionRenewalHours: number;
    /** What a front-end's visitors get tokens for, besides the sign-in itself: `openid`, `offline_access`, the back-end's scope. */
    readonly scopes?: readonly string[];
    /** Name of the application setting that refers to the client secret in a vault; a front-end needs it. */
    readonly clientSecretSetting?: string;
    /** Client ids of the applications that may call. A back-end needs them; on a front-end it is the registration itself. */
    readonly allowedApplications?: readonly pulumi.Input<string>[];
}

export interface AuthenticationArgs {
    readonly resourceGroupName: pulumi.Input<string>;
    readonly siteName: pulumi.Input<string>;
    readonly role: SiteRole;
    /** The only path that answers without a session. */
    readonly healthPath: string;
    readonly signIn: SignIn;
    /** The write to the same site that must be over first. */
    readonly after: pulumi.Resource;
}

/** Azure enables every provider that is not named; ours is the only one. */
const OTHER_PROVIDERS = {
    apple: { enabled: false },
    azureStaticWebApps: { enabled: false },
    facebook: { enabled: false },
    gitHub: { enabled: false },
    google: { enabled: false },
    legacyMicrosoftAccount: { enabled: false },
    twitter: { enabled: false },
};

/**
 * Lets nobody past without a valid session or token, except to the health path. The class is the current one; its namesake
 * without the suffix is pinned to an API of 2021 and writes the same object in Azure.
 */
export function authentication(
    name: string,
    args: AuthenticationArgs,
    parent: pulumi.Resource,
): web.WebAppAuthSettingsV2WithoutSecrets {
    return new web.WebAppAuthSettingsV2WithoutSecrets(
        name,
        {
            name: args.siteName,
            resourceGroupName: args.resourceGroupName,
            platform: { enabled: true, runtimeVersion: "~1" },
            globalValidation: {
                requireAuthentication: true,
                excludedPaths: [args.healthPath],
                ...(args.role === "front-end"
                    ? { unauthenticatedClientAction: "RedirectToLoginPage", redirectToProvider: "azureactivedirectory" }
                    : { unauthenticatedClientAction: "Return401" }),
            },
            httpSettings: {
                requireHttps: true,
                routes: { apiPrefix: "/.auth" },
                // Traffic Manager answers in DNS only: a forwarded host header would be a visitor's invention.
                forwardProxy: { convention: "NoProxy" },
            },
            identityProviders: { ...OTHER_PROVIDERS, azureActiveDirectory: directory(args.signIn) },
            login: session(args.signIn),
        },
        { parent, dependsOn: [args.after] },
    );
}

/**
 * Checks a sign-in.
 *
 * @throws Refusal for an issuer without https, no audience, a session Azure would misread or renew for days, a front-end without a secret, or
 * a back-end that any application with a token might call.
 */
export function requireSignIn(role: SiteRole, signIn: SignIn, settings: Settings): void {
    if (!signIn.issuer.startsWith("https://")) {
        throw new Refusal(`issuer '${signIn.issuer}' is not an https address`);
    }
    if (signIn.audiences.length === 0) {
        throw new Refusal("a sign-in needs at least one audience, such as 'api://<client id>'");
    }
    // Azure reads a .NET TimeSpan, in which 24:00:00 is twenty-four days.
    if (!Number.isInteger(signIn.sessionHours) || signIn.sessionHours < 1 || signIn.sessionHours > 23) {
        throw new Refusal(`a session lasts 1 to 23 whole hours, got ${signIn.sessionHours}`);
    }
    const { sessionRenewalHours } = signIn;
    if (!Number.isInteger(sessionRenewalHours) || sessionRenewalHours < 0 || sessionRenewalHours > 23) {
        throw new Refusal(`an ended session can be renewed for 0 to 23 whole hours, got ${sessionRenewalHours}`);
    }
    const { clientSecretSetting } = signIn;
    if (role === "front-end" && clientSecretSetting === undefined) {
        throw new Refusal("a front-end needs clientSecretSetting: without a secret, tokens pass through the browser");
    }
    if (role === "back-end" && !signIn.allowedApplications?.length) {
        throw new Refusal("a back-end needs allowedApplications: the client ids of the front-end and nobody else");
    }
    if (clientSecretSetting !== undefined && !(clientSecretSetting in settings)) {
        throw new Refusal(`clientSecretSetting names '${clientSecretSetting}', which is not an application setting`);
    }
    const secret = settings[clientSecretSetting ?? ""];
    // A value that only the deployment knows is left to the policies.
    if (typeof secret === "string" && !isVaultReference(secret)) {
        throw new Refusal(
            `clientSecretSetting names '${clientSecretSetting}', which holds no reference to a vault; write '@Microsoft.KeyVault(SecretUri=…)'`,
        );
    }
}

function directory({ issuer, clientId, audiences, clientSecretSetting, allowedApplications, scopes }: SignIn) {
    return {
        enabled: true,
        // Without the back-end's scope the tokens of a visitor are for nobody but the front-end (learn.microsoft.com, app-service/tutorial-auth-aad).
        ...(scopes === undefined ? {} : { login: { loginParameters: [`scope=${scopes.join(" ")}`] } }),
        registration: { openIdIssuer: issuer, clientId, clientSecretSettingName: clientSecretSetting },
        validation: {
            allowedAudiences: [...audiences],
            defaultAuthorizationPolicy: { allowedApplications: [...(allowedApplications ?? [clientId])] },
        },
    };
}

function session({ sessionHours, sessionRenewalHours }: SignIn) {
    return {
        cookieExpiration: {
            convention: web.CookieExpirationConvention.FixedTime,
            timeToExpiration: `${String(sessionHours).padStart(2, "0")}:00:00`,
        },
        nonce: { validateNonce: true, nonceExpirationInterval: "00:05:00" },
        // Azure's default is 72 (learn.microsoft.com, app-service/configure-authentication-oauth-tokens).
        tokenStore: { enabled: true, tokenRefreshExtensionHours: sessionRenewalHours },
        allowedExternalRedirectUrls: [],
        preserveUrlFragmentsForLogins: false,
    };
}
