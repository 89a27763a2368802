import { compliant } from "../compliant-stack";
import { SECRET, UNKNOWN } from "../example-stack";

const RULE = "web-backend-https-name";

const found = (properties: Record<string, unknown>) =>
    compliant().set("site-settings", "properties", properties).found(RULE);

describe(RULE, () => {
    it.each([
        "https://app-figlo-back-end.azurewebsites.net",
        "https://app-figlo-back-end-a1b2c3.westeurope-01.azurewebsites.net/api",
        "https://advisor.figlo.example",
    ])("passes a back-end at %s", (value) => {
        expect(found({ BackEnd__Url: value })).toEqual([]);
    });

    it.each(["https://10.40.2.4", "https://[2001:db8::4]/api", "https://168296964", "http://10.40.2.4:8080"])(
        "reports %s, in any setting",
        (value) => {
            expect(found({ SETTING: value })).toEqual([
                "site-settings: setting SETTING leads to an address by number, which no certificate names",
            ]);
        },
    );

    it("finds an address by number inside other text", () => {
        expect(found({ SETTING: '{"urls":["https://api.figlo.example","https://192.0.2.7/x"]}' })).toHaveLength(1);
    });

    it.each(["https://127.0.0.1:3000", "https://[::1]", "192.0.2.7", "https://api.figlo.example"])(
        "passes %s where no back-end is meant",
        (value) => {
            expect(found({ SETTING: value })).toEqual([]);
        },
    );

    it.each(["http://app.azurewebsites.net", "app.azurewebsites.net", "10.40.2.4", "net.tcp://app.azurewebsites.net"])(
        "reports a back-end at %s",
        (value) => {
            expect(found({ BackEnd__FallbackUrl: value })).toEqual([
                "site-settings: setting BackEnd__FallbackUrl does not lead to its back-end by https:// and a name",
            ]);
        },
    );

    it.each(["https://api.elsewhere.example", "https://azurewebsites.net.elsewhere.example"])(
        "reports a back-end at %s, which is no site",
        (value) => {
            const host = new URL(value).hostname;
            expect(found({ BACKEND_HOST: value })).toEqual([
                `site-settings: setting BACKEND_HOST leads to ${host}, which is no name of a site`,
            ]);
        },
    );

    it("passes a back-end that is made from the name of a site", () => {
        const stack = compliant().plus(
            "web:WebAppApplicationSettings",
            "front-end-settings",
            { properties: { BackEnd__Url: UNKNOWN } },
            { name: ["site"], properties: ["other-site"] },
        );
        expect(stack.found(RULE)).toEqual([]);
    });

    it.each([UNKNOWN, SECRET, "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/url)"])(
        "is undecided on a back-end at %j that comes from elsewhere",
        (value) => {
            expect(found({ BackEnd__Url: value })).toEqual([
                "site-settings: undecided, BackEnd__Url is not known before deployment",
            ]);
        },
    );

    it("passes other settings that are not known", () => {
        expect(found({ SETTING: UNKNOWN })).toEqual([]);
    });
});
