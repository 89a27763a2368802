import { compliant } from "../compliant-stack";
import { type ExampleStack, SECRET, UNKNOWN } from "../example-stack";

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
        ["key", "abc"],
        ["Jwt__signingKey", "abc"],
        ["ENCRYPTION-KEYS", "abc"],
        ["SENTRY_DSN", "https://abc@errors.figlo.example/1"],
        ["UPSTREAM", "https://batch:hunter2@api.figlo.example/"],
        ["UPSTREAM", "https://token@api.figlo.example/"],
        ["HOOK", "https://func-shop.azurewebsites.net/api/orders?code=8fjs0dkfLq2mX9vB7nT4=="],
        ["FOO", 'Server=tcp:h;User Id=sa;Password=";hunter2"'],
        ["DB_PASSWORD", "@Microsoft.KeyVault(hunter2)"],
        ["DB_PASSWORD", "@Microsoft.KeyVault(SecretUri=https://evil.example.com/secrets/db)"],
        ["DB_PASSWORD", "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net.example.com/secrets/db)"],
        ["API_TOKEN", "4096"],
        ["PASSWORD", "managed identity"],
        ["ADMIN_PASSWORD", "123456"],
        ["PASSPHRASE_URL", "https://vault.figlo.example/abcdef0123456789abcdef"],
    ])("reports %s with a value in plain text", (name, value) => {
        expect(found(setting(name, value))).toEqual([`settings: setting ${name} holds a secret in plain text`]);
    });

    it.each([
        ["SMTP_PASSWORD", "@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/smtp)"],
        ["ConnectionStrings__Sql", "Server=tcp:sql-1;Authentication=Active Directory Managed Identity"],
        ["TokenEndpoint", "https://login.figlo.example/token"],
        ["APPLICATIONINSIGHTS_CONNECTION_STRING", UNKNOWN],
        ["KeyVault__Uri", UNKNOWN],
        ["KeyVault__Uri", "https://kv-1.vault.azure.net/"],
        ["PublicKey", "abc"],
        ["SIGNING_KEY_NAME", "tokens"],
        ["KEYBOARD", "azerty"],
        ["SMTP_PASSWORD", "@Microsoft.KeyVault(VaultName=kv-1;SecretName=smtp;SecretVersion=0123abcd)"],
        ["AzureWebJobsStorage__credential", "managedidentity"],
        ["MAX_TOKENS", "4096"],
        ["PASSWORD_MIN_LENGTH", "12"],
        ["TOKEN_LIFETIME_MINUTES", "60"],
        ["Jwt__TokenLifetime", "00:15:00"],
        ["PARTITION_KEY", "tenantId"],
        ["SORT_KEYS", "name,date"],
        ["CSRF_TOKEN_HEADER", "X-CSRF"],
        ["DATAPROTECTION_KEY_URI", "https://kv-1.vault.azure.net/keys/protection"],
        ["CredentialType", "workload"],
        ["SECRET_STORE", "vault"],
        ["PASSWORD_POLICY", "strict"],
        ["PassThrough", "headers"],
        ["REPOSITORY", "https://figlo@dev.azure.com/figlo/advisor/_git/web"],
        ["LINKS", '{"home":"https://figlo.example","mail":"help@figlo.example"}'],
        ["SUPPORT", "https://figlo.example/mail?to=help@figlo.example"],
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

    it.each([
        ["Stripe", "sk_live_4eC39HqLyjWDarjtT1"],
        ["Source", "ghp_0123456789abcdefghijABCDEFGHIJ012345"],
        ["Chat", "xoxb-1234567890-abcdefgh"],
        ["Mail", "SG.0123456789abcdefghij.0123456789abcdefghij"],
        ["Client", "Zx88Q~0123456789abcdefghijABCDEFGHIJ01"],
        ["OAI", "sk-proj-0123456789abcdefghij"],
    ])("knows a secret by its form under the name %s", (name, value) => {
        expect(found(setting(name, value))).toEqual([`settings: setting ${name} holds a secret in plain text`]);
    });

    it.each([
        ["UPSTREAM", "q3Zk8vN1xW5rT9bY2mC7hJ4pL6sD0fG+aE/uIoQwRtYn3Kd8Vx1Bz5Mc7Lh9Jf2Gp4Sa6"],
        ["APIM", "9f8e7d6c5b4a39281706f5e4d3c2b1a0"],
        ["Upstream", "abc;q3Zk8vN1xW5rT9bY2mC7hJ4pL6sD0fGe"],
    ])("knows one by chance in it under the name %s", (name, value) => {
        expect(found(setting(name, value))).toEqual([`settings: setting ${name} holds a secret in plain text`]);
    });

    it.each([
        ["COMMIT", "9f8e7d6c5b4a39281706f5e4d3c2b1a0aabbccdd"],
        ["WEBSITE_LOAD_CERTIFICATES", "9F8E7D6C5B4A39281706F5E4D3C2B1A0AABBCCDD"],
        ["IMAGE", "registry.figlo.example/web@sha256:9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a0"],
        ["PACKAGE", "https://stapps.blob.core.windows.net/web/9f8e7d6c5b4a39281706f5e4d3c2b1a0.zip"],
        ["TENANT", "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"],
        ["STORE", "/subscriptions/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9/resourceGroups/rg-figlo-productie-weu-01"],
        ["HANDLER", "Figlo.Advisor.Web.Controllers.V2.HomeController, Figlo.Advisor.Web.Application2026"],
        ["PAGES", "/home/site/wwwroot/App_Data/Figlo2026Templates/AdvisorReports"],
        ["PUBLIC_KEY", "q3Zk8vN1xW5rT9bY2mC7hJ4pL6sD0fG+aE/uIoQwRtYn3Kd8Vx1Bz5Mc7Lh9Jf2Gp4Sa6"],
        ["ZEROS", "00000000000000000000000000000000"],
    ])("leaves what is long under the name %s alone: everybody may know it", (name, value) => {
        expect(found(setting(name, value))).toEqual([]);
    });

    it("is undecided about an unknown value from which functions read an account's key", () => {
        const undecided = ["settings: undecided, AzureWebJobsStorage is not known before deployment"];
        expect(found(setting("AzureWebJobsStorage", UNKNOWN, ["store"]))).toEqual(undecided);
        expect(found(setting("AzureWebJobsStorage", UNKNOWN, ["vault"]))).toEqual([]);
        expect(found(setting("AzureWebJobsStorage__accountName", UNKNOWN, ["store"]))).toEqual([]);
    });

    it("looks at what starts a site, and at what a copy is given besides", () => {
        const starts = (command: string) => found(compliant().set("site", "siteConfig.appCommandLine", command));
        expect(starts("run --password=hunter2")).toEqual([
            "site: setting siteConfig.appCommandLine holds a secret in plain text",
        ]);
        expect(starts("run --port=8080")).toEqual([]);
        const copy = compliant().set("site", "cloningInfo.appSettingsOverrides", { DB_PASSWORD: "hunter2" });
        expect(found(copy)).toEqual(["site: setting DB_PASSWORD holds a secret in plain text"]);
    });

    describe("with a setting that authentication names as its client's secret", () => {
        const REGISTRATION = "identityProviders.azureActiveDirectory.registration";
        const named = (value: unknown, from: readonly string[] = []) =>
            setting("CLIENT", value, from).set("site-session", `${REGISTRATION}.clientSecretSettingName`, "client");

        it("reports any value but a reference to a vault, however harmless its name and form", () => {
            expect(found(named("Zx8Q~hunter2"))).toEqual([
                "settings: setting CLIENT holds the client secret that authentication names, and is no reference to a vault",
            ]);
            expect(found(named("@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/c)"))).toEqual([]);
            expect(found(setting("CLIENT", "Zx8Q~hunter2"))).toEqual([]);
        });

        it("is undecided about an unknown one that is not made from a vault", () => {
            expect(found(named(UNKNOWN, ["vault"]))).toEqual([]);
            expect(found(named(UNKNOWN))).toEqual(["settings: undecided, CLIENT is not known before deployment"]);
        });

        it("knows the names that other providers have for it", () => {
            const stack = setting("PIXEL", "abc").set(
                "site-session",
                "identityProviders.facebook.registration.appSecretSettingName",
                "PIXEL",
            );
            expect(found(stack)).toHaveLength(1);
        });

        it("is undecided about every plain setting while the name is not known", () => {
            const stack = setting("COLOUR", "blue").set(
                "site-session",
                `${REGISTRATION}.clientSecretSettingName`,
                UNKNOWN,
            );
            expect(found(stack)).toContain(
                "settings: undecided, a SecretSettingName of site-session is not known before deployment",
            );
        });
    });
});
