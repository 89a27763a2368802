import {
    requireSiteConfiguration,
    type SiteConfigurationArgs,
    siteConfiguration,
} from "../../../infra/web/site-configuration";

const args = (changes: Partial<SiteConfigurationArgs> = {}): SiteConfigurationArgs => ({
    runtime: "NODE|22-lts",
    healthPath: "/health",
    ingress: { kind: "internet" },
    runnersSubnetId: "runners-subnet",
    ...changes,
});

describe("siteConfiguration", () => {
    it("wants TLS 1.2 for the site and for SCM, and no suite without forward secrecy", () => {
        expect(siteConfiguration(args())).toMatchObject({
            minTlsVersion: "1.2",
            scmMinTlsVersion: "1.2",
            minTlsCipherSuite: "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            http20Enabled: true,
        });
    });

    it("shuts FTP, remote debugging and foreign origins explicitly", () => {
        expect(siteConfiguration(args())).toMatchObject({
            ftpsState: "Disabled",
            remoteDebuggingEnabled: false,
            cors: { allowedOrigins: [], supportCredentials: false },
        });
    });

    it("stays loaded, says where it is well, and runs what it is told", () => {
        expect(siteConfiguration(args())).toMatchObject({
            alwaysOn: true,
            healthCheckPath: "/health",
            linuxFxVersion: "NODE|22-lts",
        });
    });

    it.each([{ kind: "internet" }, { kind: "private" }] as const)(
        "denies by default action, since a 'Deny all' rule alone is ignored on a new site: $kind",
        (ingress) => {
            const config = siteConfiguration(args({ ingress }));
            expect(config.ipSecurityRestrictionsDefaultAction).toBe("Deny");
            expect(config.scmIpSecurityRestrictionsDefaultAction).toBe("Deny");
        },
    );

    it("keeps SCM's rules apart from the site's: the internet never reaches SCM", () => {
        const config = siteConfiguration(args());
        expect(config.scmIpSecurityRestrictionsUseMain).toBe(false);
        expect(config.scmIpSecurityRestrictions).toEqual([
            expect.objectContaining({ vnetSubnetResourceId: "runners-subnet" }),
        ]);
    });

    it("holds no settings inline, since a refresh never sees those", () => {
        const config = siteConfiguration(args());
        expect(config).not.toHaveProperty("appSettings");
        expect(config).not.toHaveProperty("connectionStrings");
    });
});

describe("requireSiteConfiguration", () => {
    it.each(["PYTHON|3.12", "JAVA|21-java21", "DOCKER|figlo/advisor:latest", "NODE", "NODE|"])(
        "refuses %s, which does not run from a package",
        (runtime) => {
            expect(() => requireSiteConfiguration(args({ runtime }))).toThrow(
                `'${runtime}' does not run from a package; choose DOTNETCORE, NODE or PHP with a version`,
            );
        },
    );

    it.each(["", "/", "health", "/*", "/health?full=1", "/a b", "/..", "/api/../", "/api/", "/%2e"])(
        "refuses '%s' as health path: it is open without a session",
        (healthPath) => {
            expect(() => requireSiteConfiguration(args({ healthPath }))).toThrow(
                `'${healthPath}' is not a health path`,
            );
        },
    );

    it.each(["DOTNETCORE|10.0", "NODE|22-lts", "PHP|8.3"])("accepts %s", (runtime) => {
        expect(() => requireSiteConfiguration(args({ runtime }))).not.toThrow();
    });
});
