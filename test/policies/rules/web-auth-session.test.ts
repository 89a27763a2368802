import { compliant } from "../compliant-stack";

describe("web-auth-session", () => {
    it("reports a site that nothing guards", () => {
        expect(compliant().without("site-session").found("web-auth-session")).toEqual([
            "site: nothing asks for a session: it has no authentication settings",
        ]);
    });

    it("reads the class of 2021, which writes the same object in Azure", () => {
        const stack = compliant().change("site-session", (settings) => ({
            ...settings,
            type: "azure-native:web:WebAppAuthSettingsV2",
        }));
        expect(stack.found("web-auth-session")).toEqual([]);
        expect(stack.set("site-session", "platform.enabled", false).found("web-auth-session")).toHaveLength(1);
    });

    it.each(["/", "/*", "*", "/**"])("reports the excluded path %s, which is the whole site", (path) => {
        const stack = compliant().set("site-session", "globalValidation.excludedPaths", [path]);
        expect(stack.found("web-auth-session")).toHaveLength(1);
    });

    it("reads 24:00:00 as the twenty-four days that Azure makes of it", () => {
        const lasting = (span: string) =>
            compliant()
                .set("site-session", "login.cookieExpiration.timeToExpiration", span)
                .found("web-auth-session", { longestSessionHours: 24 });
        expect(lasting("23:59:59")).toEqual([]);
        expect(lasting("1.00:00:00")).toEqual([]);
        expect(lasting("24:00:00")).toHaveLength(1);
    });

    it("reports a session whose end the identity provider decides, and anonymous visitors", () => {
        const stack = compliant()
            .set("site-session", "login.cookieExpiration.convention", "IdentityProviderDerived")
            .set("site-session", "globalValidation.unauthenticatedClientAction", "AllowAnonymous");
        expect(stack.found("web-auth-session")).toHaveLength(2);
    });

    it("wants settings of its own for a slot", () => {
        const { inputs } = compliant().get("site");
        const session = compliant().get("site-session").inputs;
        const slot = compliant().plus("web:WebAppSlot", "slot", { ...inputs, slot: "staging" }, { name: ["site"] });
        expect(slot.found("web-auth-session")).toHaveLength(1);
        const guarded = slot.plus(
            "web:WebAppAuthSettingsV2WithoutSecretsSlot",
            "slot-session",
            { ...session, slot: "staging" },
            { name: ["site"] },
        );
        expect(guarded.found("web-auth-session")).toEqual([]);
    });

    describe("with the health check at /health", () => {
        const excluding = (...paths: readonly unknown[]) =>
            compliant().set("site-session", "globalValidation.excludedPaths", paths).found("web-auth-session");

        it("lets that path be excluded, in any case, and none", () => {
            expect(excluding("/health")).toEqual([]);
            expect(excluding("/Health")).toEqual([]);
            expect(excluding()).toEqual([]);
        });

        it.each(["/api", "/health/", "/health/*", "/healthy", "", " ", 7, null])("reports %p", (path) => {
            expect(excluding("/health", path)).toEqual([
                expect.stringMatching(/^site: globalValidation.excludedPaths holds /),
            ]);
        });
    });

    it("reports an excluded path of a site that states no health check", () => {
        const stack = compliant().unset("site", "siteConfig.healthCheckPath");
        expect(stack.found("web-auth-session")).toEqual([
            "site: globalValidation.excludedPaths holds '/health', which is not its health check",
        ]);
        const blank = compliant().set("site", "siteConfig.healthCheckPath", "");
        expect(
            blank.set("site-session", "globalValidation.excludedPaths", [""]).found("web-auth-session"),
        ).toHaveLength(1);
    });

    it("takes Azure's words in any case", () => {
        const stack = compliant()
            .set("site-session", "globalValidation.unauthenticatedClientAction", "redirecttologinpage")
            .set("site-session", "login.cookieExpiration.convention", "fixedTime");
        expect(stack.found("web-auth-session")).toEqual([]);
    });

    it("reports settings that a file in the package overrules", () => {
        const stack = compliant().set("site-session", "platform.configFilePath", "auth.json");
        expect(stack.found("web-auth-session")).toEqual([expect.stringContaining("platform.configFilePath is set")]);
    });

    it("counts the hours in which an ended session can be renewed, 72 where nothing is said", () => {
        const renewed = (hours: unknown) =>
            compliant()
                .set("site-session", "login.tokenStore.tokenRefreshExtensionHours", hours)
                .found("web-auth-session");
        expect(renewed(4)).toEqual([]);
        expect(renewed(5)).toHaveLength(1);
        expect(renewed(99999)).toHaveLength(1);
        expect(compliant().unset("site-session", "login.tokenStore").found("web-auth-session")).toHaveLength(1);
        const without = compliant().set("site-session", "login.tokenStore", { enabled: false });
        expect(without.found("web-auth-session")).toEqual([]);
    });

    it("reports settings of version 1 beside, and alone as none", () => {
        const beside = (stack: ReturnType<typeof compliant>) =>
            stack
                .plus("web:WebAppAuthSettings", "old", { enabled: true }, { name: ["site"] })
                .found("web-auth-session");
        const old = "site: old writes the settings of version 1 to the same site, and whichever is written last counts";
        expect(beside(compliant())).toEqual([old]);
        expect(beside(compliant().without("site-session"))).toEqual([
            "site: nothing asks for a session: it has no authentication settings",
            old,
        ]);
    });

    it.each(["WEBSITE_AUTH_V2_CONFIG_JSON", "website_auth_enabled", "WEBSITE_AUTH_TOKEN_REFRESH_HOURS"])(
        "reports %s among the application's settings, beside the site and in it",
        (name) => {
            const reported = [`site: setting ${name} says what its authentication settings alone must say`];
            const inSite = [{ name, value: "false" }];
            expect(compliant().set("site", "siteConfig.appSettings", inSite).found("web-auth-session")).toEqual(
                reported,
            );
            const beside = compliant().set("site-settings", `properties.${name}`, "false");
            expect(beside.found("web-auth-session")).toEqual(reported);
        },
    );

    it("admits a setting of authentication that opens nothing", () => {
        const stack = compliant().set("site-settings", "properties.WEBSITE_AUTH_TRACE_LEVEL", "Warning");
        expect(stack.found("web-auth-session")).toEqual([]);
    });

    it.each([
        ["*", 1],
        ["https://*.example/", 1],
        ["http://app.example/", 1],
        ["https://app.example/", 0],
    ])("reports %s among addresses that a session may be led to: %i", (url, count) => {
        const stack = compliant().set("site-session", "login.allowedExternalRedirectUrls", [url]);
        expect(stack.found("web-auth-session")).toHaveLength(count);
    });
});
