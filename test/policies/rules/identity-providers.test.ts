import { otherProviders } from "../compliant/sites";
import { compliant } from "../compliant-stack";
import { UNKNOWN } from "../example-stack";

const ENTRA = "identityProviders.azureActiveDirectory";
const clientId = "44444444-4444-4444-4444-444444444444";
const registration = { clientId };
const off = { azureActiveDirectory: { enabled: false }, ...otherProviders };

const session = (path: string, value: unknown) =>
    compliant().set("site-session", path, value).found("web-auth-session");
const providers = (value: unknown) => session("identityProviders", value);
const own = (provider: unknown) => providers({ ...off, customOpenIdConnectProviders: { figlo: provider } });
const at = (wellKnownOpenIdConfiguration: unknown) => ({
    enabled: true,
    registration: { clientId, openIdConnectConfiguration: { wellKnownOpenIdConfiguration } },
});

describe("the providers that web-auth-session admits", () => {
    const NONE = "site: identityProviders enables none that has a registration";

    it.each<[string, unknown]>([
        ["none", undefined],
        ["none but those that are off", off],
        ["Entra that is not enabled", { ...off, azureActiveDirectory: { enabled: false, registration } }],
        ["Entra that leaves it to Azure's default", { ...off, azureActiveDirectory: { registration } }],
        ["Entra without a registration", { ...off, azureActiveDirectory: { enabled: true, registration: {} } }],
        ["a social network alone", { ...off, facebook: { enabled: true, registration } }],
    ])("are not: %s", (_, value) => {
        expect(providers(value)).toContain(NONE);
    });

    it.each(Object.keys(otherProviders))("are not %s beside Entra, also where it is not named", (name) => {
        const path = `identityProviders.${name}`;
        const reported = [expect.stringContaining(`${path}.enabled is `)];
        expect(session(`${path}.enabled`, true)).toEqual(reported);
        expect(session(path, undefined)).toEqual(reported);
        expect(session(path, {})).toEqual(reported);
    });

    it("are none that Azure may add later", () => {
        expect(session("identityProviders.nextNetwork", { enabled: true })).toHaveLength(1);
    });

    it("are another issuer that is named, with Entra switched off", () => {
        const address = "https://id.figlo.example/.well-known/openid-configuration";
        expect(own(at(address))).toEqual([]);
        const { azureActiveDirectory: _, ...unnamed } = off;
        expect(providers({ ...unnamed, customOpenIdConnectProviders: { figlo: at(address) } })).toHaveLength(1);
    });

    it.each([
        "https://accounts.google.com/.well-known/openid-configuration",
        "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
        "http://id.figlo.example/.well-known/openid-configuration",
        undefined,
    ])("are not an issuer at %p, whatever it is called", (address) => {
        expect(own(at(address))).toHaveLength(1);
    });
});

describe("the directory that web-auth-session wants", () => {
    it.each([
        "https://login.microsoftonline.com/common/v2.0",
        "https://login.microsoftonline.com/organizations/v2.0",
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
        "https://login.microsoftonline.com/",
        "https://login.microsoftonline.com/{tenantid}/v2.0",
        "https://sts.windows.net",
        "http://figlo.ciamlogin.com/55555555-5555-5555-5555-555555555555/v2.0",
        "",
        undefined,
    ])("is not at %p", (issuer) => {
        expect(session(`${ENTRA}.registration.openIdIssuer`, issuer)).toEqual([
            expect.stringMatching(/openIdIssuer is .*, not one directory's$/),
        ]);
    });

    it("is one, by its id", () => {
        const issuer = "https://login.microsoftonline.com/55555555-5555-5555-5555-555555555555/v2.0";
        expect(session(`${ENTRA}.registration.openIdIssuer`, issuer)).toEqual([]);
        expect(session(`${ENTRA}.registration.openIdIssuer`, UNKNOWN)).toEqual([
            expect.stringContaining("site: undecided, "),
        ]);
    });

    it.each(["allowedAudiences", "defaultAuthorizationPolicy.allowedApplications"])(
        "takes no token while validation.%s names nobody",
        (property) => {
            const reported = [expect.stringContaining(`validation.${property} names none`)];
            expect(session(`${ENTRA}.validation.${property}`, undefined)).toEqual(reported);
            expect(session(`${ENTRA}.validation.${property}`, [])).toEqual(reported);
        },
    );

    it.each([
        "66666666-6666-6666-6666-666666666666",
        "api://66666666-6666-6666-6666-666666666666",
        "api://66666666-6666-6666-6666-666666666666/",
        "api://55555555-5555-5555-5555-555555555555/66666666-6666-6666-6666-666666666666",
        "https://graph.microsoft.com",
        "https://management.azure.com/",
    ])("takes no token made out to %s, another registration", (audience) => {
        const others = ["api://44444444-4444-4444-4444-444444444444", audience];
        expect(session(`${ENTRA}.validation.allowedAudiences`, others)).toEqual([
            expect.stringContaining(`allowedAudiences holds '${audience}', which is not this registration`),
        ]);
    });

    it("takes no token for what is not in a list", () => {
        expect(session(`${ENTRA}.validation.allowedAudiences`, "api://66666666-6666-6666-6666-666666666666")).toEqual([
            expect.stringMatching(/allowedAudiences is '.*', not a list$/),
        ]);
    });

    it.each([
        UNKNOWN,
        "44444444-4444-4444-4444-444444444444",
        "https://figlo.example/api",
        "api://55555555-5555-5555-5555-555555555555/advisor",
    ])("takes what is made out to %p, which may be its own", (audience) => {
        expect(session(`${ENTRA}.validation.allowedAudiences`, [audience])).toEqual([]);
    });

    it("takes no token while the registration is not named", () => {
        expect(session(`${ENTRA}.registration.clientId`, "")).toEqual([
            expect.stringContaining("registration.clientId is not set, so that no token is made out to it"),
        ]);
    });

    it.each([UNKNOWN, { $secret: true }])(
        "cannot say whom a token is made out to where the registration is %p",
        (id) => {
            expect(session(`${ENTRA}.registration.clientId`, id)).toEqual([
                expect.stringContaining("site: undecided, "),
            ]);
        },
    );

    it("takes no token without any validation", () => {
        expect(session(`${ENTRA}.validation`, undefined)).toHaveLength(2);
    });
});
