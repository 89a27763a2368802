import { parseSettings } from "../../../stacks/settings/settings";
import { configOf, mistakesWith } from "./examples";

const GUID = "22222222-2222-4222-8222-222222222222";

describe("a setting of the provider", () => {
    it.each([
        ["useOidc", true],
        ["useMsi", false],
        ["useDefaultAzureCredential", true],
        ["disablePulumiPartnerId", true],
        ["environment", "public"],
        ["partnerId", GUID],
        ["clientId", GUID],
        ["auxiliaryTenantIds", [GUID]],
        ["oidcTokenFilePath", "/var/run/token"],
    ])("%s is no secret and may stand in a file", (key, value) => {
        expect(mistakesWith(`azure-native:${key}`, value)).toEqual([]);
    });

    it("is no part of the platform's own settings", () => {
        const given = { ...configOf("test"), "azure-native:environment": "public", "azure-native:useOidc": true };
        const settings = parseSettings("Pulumi.test.yaml", given);
        expect(settings).toEqual(parseSettings("Pulumi.test.yaml", configOf("test")));
        expect(settings.environment).toBe("test");
    });

    it.each([
        ["clientSecret", "ARM_CLIENT_SECRET"],
        ["clientCertificatePassword", "ARM_CLIENT_CERTIFICATE_PASSWORD"],
        ["oidcToken", "ARM_OIDC_TOKEN"],
    ])("%s is a secret: the engine reads it from its environment", (key, variable) => {
        expect(mistakesWith(`azure-native:${key}`, "x")).toEqual([
            `azure-native:${key}: belongs to a secret, which no settings file holds; give it to the engine as ${variable}, and replace a secret that stood here`,
        ]);
    });

    it.each(["usgovernment", "china"])("environment: %s is another cloud, outside the European Union", (cloud) => {
        expect(mistakesWith("azure-native:environment", cloud)).toEqual([
            `azure-native:environment: expected 'public', got '${cloud}'`,
        ]);
    });

    it("for another cloud is refused", () => {
        expect(mistakesWith("azure-native:metadataHost", "management.example.com")).toEqual([
            "azure-native:metadataHost: is for clouds that are not public Azure, and they are not in the European Union; remove it",
        ]);
    });

    it("that is misspelt gets a suggestion", () => {
        expect(mistakesWith("azure-native:useOIDC", true)).toEqual([
            "azure-native:useOIDC: unknown setting; did you mean 'useOidc'?",
        ]);
    });
});
