import { ENVIRONMENTS } from "../../stacks/settings/environments";
import type { Settings } from "../../stacks/settings/settings";
import type { Planned } from "../planned";
import { previewed, street } from "../street";

const SIDES = ["primary-back-end", "primary-front-end", "secondary-back-end", "secondary-front-end"];

/** The directory of a side, as App Service asks it. */
function directoryOf(side: string, { issuer, frontEndClientId: front, backEndClientId: back }: Settings["signIn"]) {
    return side.endsWith("back-end")
        ? {
              enabled: true,
              registration: { openIdIssuer: issuer, clientId: back },
              validation: {
                  allowedAudiences: [back, `api://${back}`],
                  defaultAuthorizationPolicy: { allowedApplications: [front] },
              },
          }
        : {
              enabled: true,
              login: { loginParameters: [`scope=openid offline_access api://${back}/user_impersonation`] },
              registration: {
                  openIdIssuer: issuer,
                  clientId: front,
                  clientSecretSettingName: "MICROSOFT_PROVIDER_AUTHENTICATION_SECRET",
              },
              validation: {
                  allowedAudiences: [front],
                  defaultAuthorizationPolicy: { allowedApplications: [front] },
              },
          };
}

describe.each(ENVIRONMENTS)("the sites of %s", (environment) => {
    const { signIn, web } = street()[environment].settings;
    let plan: Planned;
    beforeAll(async () => {
        plan = await previewed(environment);
    });

    it("ask for a session, each by settings of its own", () => {
        const guarded = plan
            .ofType("web:WebAppAuthSettingsV2WithoutSecrets")
            .map(({ propertyDependencies }) => propertyDependencies.name?.[0]?.split("::").pop());
        expect(guarded.sort()).toEqual(SIDES.map((side) => `${side}-site`));
        expect(plan.ofType("web:WebApp").map(({ name }) => name)).toEqual(guarded);
    });

    it.each(SIDES)("close every path of %s but the health path, for the declared hours", (side) => {
        const { inputs } = plan.one("web:WebAppAuthSettingsV2WithoutSecrets", `${side}-authentication`);
        expect(inputs).toMatchObject({
            platform: { enabled: true },
            globalValidation: { requireAuthentication: true, excludedPaths: [web.healthPath] },
            identityProviders: { azureActiveDirectory: directoryOf(side, signIn) },
            login: {
                cookieExpiration: {
                    convention: "FixedTime",
                    timeToExpiration: `${String(web.sessionHours).padStart(2, "0")}:00:00`,
                },
                tokenStore: { enabled: true, tokenRefreshExtensionHours: web.sessionRenewalHours },
            },
        });
    });

    it("share no keys of cookies and tokens: a session is worth something in one region only", () => {
        const names = plan
            .ofType("web:WebAppApplicationSettings")
            .flatMap(({ inputs }) => Object.keys(inputs.properties ?? {}));
        expect(names).toContain("WEBSITE_RUN_FROM_PACKAGE");
        expect(names.filter((name) => /^(WEBSITE_AUTH_|MACHINEKEY_)/.test(name))).toEqual([]);
    });
});
