import { compliant } from "../compliant-stack";
import { type ExampleStack, SECRET, UNKNOWN } from "../example-stack";

describe("web-ingress-restricted", () => {
    const main = (rule: unknown) => compliant().set("site", "siteConfig.ipSecurityRestrictions", [rule]);
    const scm = (rule: unknown) => compliant().set("site", "siteConfig.scmIpSecurityRestrictions", [rule]);

    it.each([
        ["0.0.0.0/0", 1],
        ["::/0", 1],
        ["Any", 1],
        ["0.0.0.0/1", 1],
        ["203.0.113.0/24", 0],
        ["203.0.113.7", 0],
        ["203.0.113.7/32,0.0.0.0/0", 1],
        ["203.0.113.7/x", 1],
    ])("judges an entrance for %s by its width", (ipAddress, findings) => {
        expect(main({ action: "Allow", ipAddress }).found("web-ingress-restricted")).toHaveLength(findings);
        expect(scm({ action: "Allow", ipAddress }).found("web-ingress-restricted")).toHaveLength(findings);
    });

    it("lets a declared front-end be open to everybody, and its SCM site not", () => {
        const open = { action: "Allow", ipAddress: "0.0.0.0/0" };
        expect(main(open).set("site", "tags.publicFrontEnd", "declared").found("web-ingress-restricted")).toEqual([]);
        expect(scm(open).set("site", "tags.publicFrontEnd", "declared").found("web-ingress-restricted")).toEqual([
            "site: siteConfig.scmIpSecurityRestrictions lets in '0.0.0.0/0'",
        ]);
    });

    it("reports a declared front-end whose SCM site follows it", () => {
        const stack = compliant()
            .set("site", "tags.publicFrontEnd", "declared")
            .set("site", "siteConfig.scmIpSecurityRestrictionsUseMain", true);
        expect(stack.found("web-ingress-restricted")).toHaveLength(1);
    });

    it("reports the service tag that stands for all of Azure", () => {
        const rule = { action: "Allow", tag: "ServiceTag", ipAddress: "AzureCloud.westeurope" };
        expect(main(rule).found("web-ingress-restricted")).toHaveLength(1);
    });

    it("asks nothing more of a site without a public address", () => {
        const stack = compliant().set("site", "publicNetworkAccess", "Disabled").unset("site", "siteConfig");
        expect(stack.found("web-ingress-restricted")).toEqual([]);
    });

    it("is undecided where the whole configuration is unknown", () => {
        expect(compliant().set("site", "siteConfig", UNKNOWN).found("web-ingress-restricted")).toEqual([
            "site: undecided, siteConfig is not known before deployment",
        ]);
    });
});

describe("web-no-plaintext-secret-settings", () => {
    const setting = (name: string, value: unknown, from: readonly string[] = []) =>
        compliant()
            .without("site-settings")
            .plus("web:WebAppApplicationSettings", "settings", { properties: { [name]: value } }, { properties: from });
    const found = (stack: ExampleStack) => stack.found("web-no-plaintext-secret-settings");

    it.each([
        ["SMTP_PASSWORD", "hunter2"],
        ["Api__Key", "abc"],
        ["COLOUR", "Server=tcp:sql-1;User ID=sa;Password=hunter2"],
        ["STORAGE", "DefaultEndpointsProtocol=https;AccountName=st;AccountKey=abc=="],
        ["ConnectionStrings__Sql", "Server=tcp:sql-1;Integrated Security=true"],
    ])("reports %s with a value in plain text", (name, value) => {
        expect(found(setting(name, value))).toEqual([`settings: setting ${name} holds a secret in plain text`]);
    });

    it.each([
        ["SMTP_PASSWORD", "@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/smtp)"],
        ["ConnectionStrings__Sql", "Server=tcp:sql-1;Authentication=Active Directory Managed Identity"],
        ["TokenEndpoint", "https://login.figlo.example/token"],
        ["APPLICATIONINSIGHTS_CONNECTION_STRING", UNKNOWN],
        ["KeyVault__Uri", UNKNOWN],
    ])("passes %s with %p", (name, value) => {
        expect(found(setting(name, value))).toEqual([]);
    });

    it("passes an unknown value that is made from a vault alone, and is undecided about any other", () => {
        expect(found(setting("SMTP_PASSWORD", UNKNOWN, ["vault"]))).toEqual([]);
        const undecided = ["settings: undecided, SMTP_PASSWORD is not known before deployment"];
        expect(found(setting("SMTP_PASSWORD", UNKNOWN))).toEqual(undecided);
        expect(found(setting("SMTP_PASSWORD", UNKNOWN, ["vault", "store"]))).toEqual(undecided);
    });

    it("is undecided about what Pulumi keeps as a secret, whatever its name", () => {
        expect(found(setting("COLOUR", SECRET))).toEqual([
            "settings: undecided, COLOUR is not known before deployment",
        ]);
    });

    it("reports a secret that stands beside an unknown one", () => {
        const stack = setting("A_PASSWORD", UNKNOWN).set("settings", "properties.B_PASSWORD", "hunter2");
        expect(found(stack)).toEqual(["settings: setting B_PASSWORD holds a secret in plain text"]);
    });

    it("looks inside the site and at connection strings too", () => {
        const inline = compliant()
            .set("site", "siteConfig.appSettings", [{ name: "SMTP_PASSWORD", value: "hunter2" }])
            .set("site", "siteConfig.connectionStrings", [{ name: "sql", connectionString: "Server=a;Pwd=hunter2" }]);
        expect(found(inline)).toEqual([
            "site: setting SMTP_PASSWORD holds a secret in plain text",
            "site: setting sql holds a secret in plain text",
        ]);
        const beside = compliant().plus("web:WebAppConnectionStrings", "strings", {
            properties: { sql: { type: "SQLAzure", value: "Server=a;Password=hunter2" } },
        });
        expect(found(beside)).toEqual(["strings: setting sql holds a secret in plain text"]);
    });
});

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
});

describe("web-basic-auth-off", () => {
    it("reports a site that leaves both ways to Azure's default", () => {
        expect(compliant().without("site-ftp", "site-scm").found("web-basic-auth-off")).toEqual([
            "site: publishing by FTP with a password is not switched off",
            "site: publishing by SCM with a password is not switched off",
        ]);
    });
});

describe("web-hostname-tls-bound", () => {
    it("reports a name without TLS, and TLS without a certificate", () => {
        expect(compliant().set("binding", "sslState", "Disabled").found("web-hostname-tls-bound")).toEqual([
            "binding: sslState is 'Disabled'",
        ]);
        expect(compliant().unset("binding", "thumbprint").found("web-hostname-tls-bound")).toEqual([
            "binding: sslState is 'SniEnabled' and no certificate is named",
        ]);
    });

    it("passes a managed certificate that a template binds, one for each binding", () => {
        const hostName = { hostName: { value: "advisor.figlo.example" } };
        const template = {
            resources: [{ type: "Microsoft.Web/sites/hostNameBindings", properties: { sslState: "SniEnabled" } }],
        };
        const stack = compliant()
            .unset("binding", "sslState")
            .plus("web:Certificate", "certificate", { canonicalName: "advisor.figlo.example" })
            .plus("resources:Deployment", "tls", { properties: { parameters: hostName, template } });
        expect(stack.found("web-hostname-tls-bound")).toEqual([]);
        expect(stack.without("tls").found("web-hostname-tls-bound")).toHaveLength(1);
        const second = stack.plus("web:WebAppHostNameBinding", "second", { hostName: "advisor.figlo.example" });
        expect(second.found("web-hostname-tls-bound")).toHaveLength(2);
    });
});

describe("web-two-regions", () => {
    it("reports a profile that leads to one region, and the sites behind it", () => {
        expect(compliant().set("other-site", "location", "West Europe").found("web-two-regions")).toEqual([
            "profile: leads to sites in 1 of at least 2 regions of the European Union",
            "other-site: no Traffic Manager profile leads to sites in two regions of the European Union",
            "site: no Traffic Manager profile leads to sites in two regions of the European Union",
        ]);
    });

    it("reports sites without a profile", () => {
        expect(compliant().without("profile").found("web-two-regions")).toHaveLength(2);
    });

    it("counts endpoints that stand beside the profile", () => {
        const beside = { endpointType: "AzureEndpoints", endpointStatus: "Enabled" };
        const stack = compliant()
            .change("profile", (profile) => ({ ...profile, propertyDependencies: {} }))
            .set("profile", "endpoints", [])
            .plus("trafficmanager:Endpoint", "a", beside, { profileName: ["profile"], targetResourceId: ["site"] })
            .plus("trafficmanager:Endpoint", "b", beside, {
                profileName: ["profile"],
                targetResourceId: ["other-site"],
            });
        expect(stack.found("web-two-regions")).toEqual([]);
        expect(stack.found("tm-two-endpoints")).toEqual([]);
    });
});

describe("tm-two-endpoints", () => {
    it("reports endpoints outside Azure and those that are not enabled", () => {
        const endpoints = [
            { type: "Microsoft.Network/trafficManagerProfiles/externalEndpoints", endpointStatus: "Enabled" },
            { type: "Microsoft.Network/trafficManagerProfiles/azureEndpoints" },
        ];
        expect(compliant().set("profile", "endpoints", endpoints).found("tm-two-endpoints")).toEqual([
            "profile: an endpoint has the type 'Microsoft.Network/trafficManagerProfiles/externalEndpoints', not one of Azure",
            "profile: has 1 enabled endpoints",
        ]);
    });
});

describe("web-plan-min-instances", () => {
    it("only tells acceptatie, and leaves out what comes before", () => {
        const stack = compliant().set("plan", "sku.capacity", 1);
        expect(stack.found("web-plan-min-instances", { environment: "acceptatie" })).toEqual([
            "plan: sku.capacity is 1",
        ]);
        expect(stack.found("web-plan-min-instances", { environment: "test" })).toEqual([]);
    });
});
