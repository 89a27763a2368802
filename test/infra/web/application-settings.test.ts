import * as pulumi from "@pulumi/pulumi";
import { applicationSettings, requireSafeSettings } from "../../../infra/web/application-settings";

const identity = { id: "identity", clientId: "44444444-4444-4444-4444-444444444444" };
const REFERENCE = "@Microsoft.KeyVault(SecretUri=https://kv.figlo.example/secrets/one)";

describe("applicationSettings", () => {
    it("fetches the package with the user-assigned identity: the default is one that the site does not have", () => {
        const url = "https://packages.figlo.example/releases/1.0.0.zip";
        expect(applicationSettings({ WEBSITE_RUN_FROM_PACKAGE: url }, identity)).toEqual({
            WEBSITE_RUN_FROM_PACKAGE: url,
            WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID: "identity",
            AZURE_CLIENT_ID: "44444444-4444-4444-4444-444444444444",
        });
    });

    it("says nothing of a package where there is none", () => {
        expect(Object.keys(applicationSettings({ Colour: "blue" }, identity))).toEqual(["Colour", "AZURE_CLIENT_ID"]);
    });
});

describe("requireSafeSettings", () => {
    it.each(["http://back-end.figlo.example", "HTTP://localhost", "a=https://one.example;b=http://two.example"])(
        "refuses the address %s",
        (value) => {
            expect(() => requireSafeSettings({ BackEnd__Url: value })).toThrow(
                "BackEnd__Url: holds an http:// address; use https://",
            );
        },
    );

    it.each(["Smtp__Password", "API_KEY", "ClientSecret", "Storage__ConnectionString", "SAS_TOKEN", "AccountKey"])(
        "refuses a plain value of %s, and never prints it",
        (name) => {
            const check = () => requireSafeSettings({ [name]: "hunter2" });
            expect(check).toThrow(
                `${name}: looks like a secret in plain text; write '@Microsoft.KeyVault(SecretUri=…)'`,
            );
            expect(check).not.toThrow("hunter2");
        },
    );

    it("accepts a secret by Key Vault reference", () => {
        expect(() => requireSafeSettings({ Smtp__Password: REFERENCE })).not.toThrow();
    });

    it("does not take a value that merely begins like a reference for one", () => {
        expect(() => requireSafeSettings({ Smtp__Password: "@Microsoft.KeyVault" })).toThrow("Smtp__Password");
    });

    it.each(["Server=sql.figlo.example;Encrypt=False", "TrustServerCertificate = true", "sslmode=disable"])(
        "refuses a connection that gives up encryption or the certificate check: %s",
        (value) => {
            expect(() => requireSafeSettings({ Sql__Options: value })).toThrow(
                "Sql__Options: switches encryption or the certificate check off; leave both on",
            );
        },
    );

    it("refuses a package that does not end in .zip, which App Service would not mount", () => {
        const settings = { WEBSITE_RUN_FROM_PACKAGE: "https://packages.figlo.example/releases/1.0.0" };
        expect(() => requireSafeSettings(settings)).toThrow("WEBSITE_RUN_FROM_PACKAGE: does not end in '.zip'");
    });

    it("names all mistakes at once", () => {
        expect(() => requireSafeSettings({ A: "http://a.example", Password: "x" })).toThrow(
            /^application settings:\n {2}- A: .*\n {2}- Password: /,
        );
    });

    it("accepts the telemetry address, which opens nothing by itself", () => {
        const settings = { APPLICATIONINSIGHTS_CONNECTION_STRING: "IngestionEndpoint=https://telemetry.example/" };
        expect(() => requireSafeSettings(settings)).not.toThrow();
    });

    it("leaves what only the deployment knows to the policies", () => {
        expect(() => requireSafeSettings({ Smtp__Password: pulumi.output("later") })).not.toThrow();
    });
});

describe("a secret under a harmless name", () => {
    it.each([
        ["Jwt__Key", "hunter2"],
        ["Db", "Server=x;Password=hunter2"],
        ["Stripe", "sk_live_made_up"],
        ["CLIENT", "Zx8Q~made-up"],
    ])("is refused: %s", (name, value) => {
        expect(() => requireSafeSettings({ [name]: value })).toThrow(`${name}: looks like a secret in plain text`);
        expect(() => requireSafeSettings({ [name]: REFERENCE })).not.toThrow();
    });
});
