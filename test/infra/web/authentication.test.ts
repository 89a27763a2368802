import type { PlanResource } from "../../../cli/plan/plan";
import { requireSignIn, type SignIn } from "../../../infra/web/authentication";
import { WebApp } from "../../../infra/web/web-app";
import { planned } from "../../planned";
import {
    BACK_END_CLIENT,
    backEndArgs,
    backEndSignIn,
    FRONT_END_CLIENT,
    frontEndArgs,
    frontEndSignIn,
    settings,
} from "./example-site";

const AUTHENTICATION = "web:WebAppAuthSettingsV2WithoutSecrets";

const frontEnd = async (changes: Partial<SignIn> = {}): Promise<PlanResource> =>
    (await planned(() => new WebApp("site", frontEndArgs({ signIn: frontEndSignIn(changes) })))).one(AUTHENTICATION);

const backEnd = async (): Promise<PlanResource> =>
    (await planned(() => new WebApp("site", backEndArgs()))).one(AUTHENTICATION);

describe("authentication", () => {
    it("sends a visitor without a session to the sign-in page", async () => {
        expect((await frontEnd()).inputs).toMatchObject({
            platform: { enabled: true, runtimeVersion: "~1" },
            globalValidation: {
                requireAuthentication: true,
                unauthenticatedClientAction: "RedirectToLoginPage",
                redirectToProvider: "azureactivedirectory",
            },
        });
    });

    it("answers 401 on a back-end, where nobody could follow a redirect", async () => {
        expect((await backEnd()).inputs.globalValidation).toEqual({
            requireAuthentication: true,
            unauthenticatedClientAction: "Return401",
            excludedPaths: ["/health"],
        });
    });

    it("leaves the health path open and no other", async () => {
        expect((await frontEnd()).inputs.globalValidation).toMatchObject({ excludedPaths: ["/health"] });
    });

    it("wants HTTPS and believes no forwarded host header", async () => {
        expect((await frontEnd()).inputs.httpSettings).toEqual({
            requireHttps: true,
            routes: { apiPrefix: "/.auth" },
            forwardProxy: { convention: "NoProxy" },
        });
    });

    it("knows the directory by issuer and client, and its secret only by the setting's name", async () => {
        const { identityProviders } = (await frontEnd()).inputs as { identityProviders: Record<string, unknown> };
        expect(identityProviders.azureActiveDirectory).toEqual({
            enabled: true,
            registration: {
                openIdIssuer: "https://login.figlo.example/v2.0",
                clientId: FRONT_END_CLIENT,
                clientSecretSettingName: "MICROSOFT_PROVIDER_AUTHENTICATION_SECRET",
            },
            validation: {
                allowedAudiences: [FRONT_END_CLIENT],
                defaultAuthorizationPolicy: { allowedApplications: [FRONT_END_CLIENT] },
            },
        });
    });

    it("lets only the named applications call a back-end", async () => {
        const { identityProviders } = (await backEnd()).inputs as { identityProviders: Record<string, unknown> };
        expect(identityProviders.azureActiveDirectory).toEqual({
            enabled: true,
            registration: { openIdIssuer: "https://login.figlo.example/v2.0", clientId: BACK_END_CLIENT },
            validation: {
                allowedAudiences: [`api://${BACK_END_CLIENT}`],
                defaultAuthorizationPolicy: { allowedApplications: [FRONT_END_CLIENT] },
            },
        });
    });

    it("switches every other provider off, which Azure enables when they are not named", async () => {
        const { azureActiveDirectory: _, ...others } = (await frontEnd()).inputs.identityProviders as Record<
            string,
            unknown
        >;
        expect(Object.keys(others).sort()).toEqual([
            "apple",
            "azureStaticWebApps",
            "facebook",
            "gitHub",
            "google",
            "legacyMicrosoftAccount",
            "twitter",
        ]);
        expect(Object.values(others)).toEqual(Object.keys(others).map(() => ({ enabled: false })));
    });

    it("asks the directory for tokens for the back-end, and for what they are renewed with", async () => {
        const scopes = ["openid", "offline_access", `api://${BACK_END_CLIENT}/user_impersonation`];
        const loginParameters = [`scope=openid offline_access api://${BACK_END_CLIENT}/user_impersonation`];
        expect((await frontEnd({ scopes })).inputs.identityProviders).toMatchObject({
            azureActiveDirectory: { login: { loginParameters } },
        });
    });

    it("lets a session that ended be renewed for the hours declared", async () => {
        expect((await frontEnd({ sessionRenewalHours: 2 })).inputs.login).toMatchObject({
            tokenStore: { enabled: true, tokenRefreshExtensionHours: 2 },
        });
    });

    it("ends a session after its hours, and does not let it be renewed for the default 72 more", async () => {
        expect((await frontEnd({ sessionHours: 8 })).inputs.login).toEqual({
            cookieExpiration: { convention: "FixedTime", timeToExpiration: "08:00:00" },
            nonce: { validateNonce: true, nonceExpirationInterval: "00:05:00" },
            tokenStore: { enabled: true, tokenRefreshExtensionHours: 0 },
            allowedExternalRedirectUrls: [],
            preserveUrlFragmentsForLogins: false,
        });
    });

    it("is written by the current class only: its namesake of 2021 writes the same object in Azure", async () => {
        const plan = await planned(() => new WebApp("site", frontEndArgs()));
        expect(plan.ofType("web:WebAppAuthSettingsV2")).toEqual([]);
        expect(plan.ofType(AUTHENTICATION)).toHaveLength(1);
    });
});

describe("requireSignIn", () => {
    it("refuses an issuer without https", () => {
        const signIn = frontEndSignIn({ issuer: "http://login.figlo.example" });
        expect(() => requireSignIn("front-end", signIn, settings)).toThrow(
            "issuer 'http://login.figlo.example' is not an https address",
        );
    });

    it("refuses a sign-in without audience", () => {
        expect(() => requireSignIn("front-end", frontEndSignIn({ audiences: [] }), settings)).toThrow(
            "a sign-in needs at least one audience",
        );
    });

    it.each([0, 24, 1.5, 720])("refuses %s hours: Azure reads 24:00:00 as twenty-four days", (sessionHours) => {
        expect(() => requireSignIn("front-end", frontEndSignIn({ sessionHours }), settings)).toThrow(
            `a session lasts 1 to 23 whole hours, got ${sessionHours}`,
        );
    });

    it.each([-1, 24, 0.5, 72])("refuses %s hours of renewal", (sessionRenewalHours) => {
        expect(() => requireSignIn("front-end", frontEndSignIn({ sessionRenewalHours }), settings)).toThrow(
            `an ended session can be renewed for 0 to 23 whole hours, got ${sessionRenewalHours}`,
        );
    });

    it("refuses a front-end without a client secret", () => {
        const plain = { ...settings, CLIENT: "Zx8Q~made-up" };
        expect(() => requireSignIn("front-end", frontEndSignIn({ clientSecretSetting: "CLIENT" }), plain)).toThrow(
            "clientSecretSetting names 'CLIENT', which holds no reference to a vault",
        );
        const signIn = frontEndSignIn({ clientSecretSetting: undefined });
        expect(() => requireSignIn("front-end", signIn, settings)).toThrow("a front-end needs clientSecretSetting");
    });

    it("refuses a secret's setting that does not exist", () => {
        expect(() => requireSignIn("front-end", frontEndSignIn(), {})).toThrow(
            "clientSecretSetting names 'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET', which is not an application setting",
        );
    });

    it.each([undefined, []])("refuses a back-end that does not say who may call it", (allowedApplications) => {
        const signIn = backEndSignIn({ allowedApplications });
        expect(() => requireSignIn("back-end", signIn, {})).toThrow("a back-end needs allowedApplications");
    });
});
