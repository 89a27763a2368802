import { mistakesWith } from "./examples";

const GUID = "a GUID such as 00000000-0000-0000-0000-000000000000, in lower case";
const VERSION = "a semantic version such as 3.8.0 or 3.8.0-rc.1";
const RESERVED = "is or holds a word that Azure reserves for Microsoft; choose another name";
const vault = (name: string) =>
    `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/${name}`;

describe("a region", () => {
    const pair = "choose the pair of 'westeurope': 'northeurope'";

    it("may not stand twice, in whatever spelling", () => {
        expect(mistakesWith("regions.secondary", "West Europe")).toEqual([
            `regions.secondary: 'westeurope' is named twice; ${pair}`,
        ]);
    });

    it.each(["uksouth", "switzerlandnorth", "eastus", "australiaeast"])("%s is outside the Union", (name) => {
        expect(mistakesWith("regions.secondary", name)).toEqual([
            `regions.secondary: '${name}' is not in the European Union; ${pair}`,
        ]);
    });

    it.each(["nortkeurope", "nrotheurope", "North-Europe"])("%s is unknown, not outside the Union", (name) => {
        expect(mistakesWith("regions.secondary", name)).toEqual([
            `regions.secondary: '${name.toLowerCase()}' is an unknown region; did you mean 'northeurope'?`,
        ]);
    });

    it.each(["constructor", "__proto__"])("%s is unknown and near to none", (name) => {
        expect(mistakesWith("regions.secondary", name)).toEqual([
            `regions.secondary: '${name}' is an unknown region; ${pair}`,
        ]);
    });

    it.each(["uksouth", "eastus"])("%s stays outside where the EEA is admitted", (name) => {
        const regions = { primary: "westeurope", secondary: name, allowEea: true };
        expect(mistakesWith("regions", regions)).toEqual([
            `regions.secondary: '${name}' is not in the European Union; ${pair}`,
        ]);
    });

    it("of the EEA is admitted only where the settings say so", () => {
        expect(mistakesWith("regions.secondary", "norwayeast")).toEqual([
            `regions.secondary: 'norwayeast' is not in the European Union but in the EEA, which 'allowEea' would have to admit; ${pair}`,
        ]);
        const regions = { primary: "westeurope", secondary: "norwayeast", allowEea: true };
        expect(mistakesWith("regions", regions)).toEqual([]);
    });

    it("has availability zones", () => {
        expect(mistakesWith("regions.secondary", "Sweden South")).toEqual([
            `regions.secondary: 'swedensouth' has no availability zones; ${pair}`,
        ]);
    });

    it("without a usable pair gets every region that will do as advice", () => {
        const regions = { primary: "italynorth", secondary: "italynorth" };
        expect(mistakesWith("regions", regions)[0]).toMatch(
            /^regions\.secondary: 'italynorth' is named twice; choose one of austriaeast, .*, westeurope$/,
        );
    });

    it("of the action group keeps the messages of alerts in the Union", () => {
        expect(mistakesWith("monitoring.actionRegion", "global")).toEqual([
            "monitoring.actionRegion: 'global' is no region where the messages of alerts stay in the European Union; " +
                "choose germanywestcentral or swedencentral",
        ]);
    });
});

describe("a value out of bounds", () => {
    it.each([
        ["backup.pointInTimeDays", 36, "a whole number from 7 to 35, got 36"],
        ["backup.pointInTimeDays", "35", "a whole number from 7 to 35, got '35'; leave the quotes out"],
        ["backup.pointInTimeDays", 7.5, "a whole number from 7 to 35, got 7.5"],
        ["backup.pointInTimeDays", null, "a whole number from 7 to 35, got nothing"],
        ["backup.differentialHours", 6, "one of 12, 24, got 6"],
        ["backup.longTerm.years", 11, "a whole number from 0 to 10, got 11"],
        ["backup.documents.vaultDays", 29, "a whole number from 30 to 3650, got 29"],
        ["backup.documents.immutability", "Disabled", "'Unlocked' or 'Locked', got 'Disabled'"],
        ["monitoring.retentionDays", 30, "a whole number from 90 to 730, got 30"],
        ["monitoring.alertEmails", [], "a list of at least one e-mail address, got an empty list"],
        [
            "sql.administrators.group",
            2027,
            "a name of 2 to 80 letters, digits, spaces and & ' . , ( ) / -, got 2027; put it in quotes",
        ],
        ["ownsSubscription", "true", "true or false, got 'true'; leave the quotes out"],
        ["sql.pool.tier", "Hyperscale", "'GeneralPurpose' or 'BusinessCritical', got 'Hyperscale'"],
        ["sql.activeRegion", "westeurope", "'primary' or 'secondary', got 'westeurope'"],
        ["web.sessionHours", 0, "a whole number from 1 to 12, got 0"],
        ["web.sessionRenewalHours", 72, "a whole number from 0 to 11, got 72"],
        ["protection", "yes", "true or false, got 'yes'"],
        ["sql", ["a"], "a mapping with administrators, pool, activeRegion, customerManagedKey, firewall, got a list"],
    ])("%s: %s", (path, value, expected) => {
        expect(mistakesWith(path, value)).toContain(`${path}: expected ${expected}`);
    });

    it("names a renewal that makes a session too long", () => {
        expect(mistakesWith("web.sessionRenewalHours", 5)).toEqual([
            "web.sessionRenewalHours: makes 13 hours with sessionHours, in which nobody signs in; at most 12 together",
        ]);
    });

    it("names a long-term retention that keeps nothing", () => {
        expect(mistakesWith("backup.longTerm", { weeks: 0, months: 0, years: 0, weekOfYear: 1 })).toEqual([
            "backup.longTerm: weeks, months and years are all 0, which keeps no long-term backup; give at least one of them",
        ]);
    });

    it("names documents that are deleted before they could be restored", () => {
        expect(mistakesWith("backup.documents.softDeleteDays", 30)).toEqual([
            "backup.documents.softDeleteDays: Azure restores only from what is kept longer, so give more than 30 days",
        ]);
    });

    it("names a pool that Azure does not sell", () => {
        expect(mistakesWith("sql.pool", pool({ capacity: 2, perDatabaseCapacity: 1 }))).toEqual([
            "sql.pool.capacity: a BusinessCritical pool has at least 4 vCores, got 2",
        ]);
    });

    it("names a pool with more storage than its vCores have", () => {
        expect(mistakesWith("sql.pool", pool({ capacity: 4, perDatabaseCapacity: 1, maxSizeGb: 1025 }))).toEqual([
            "sql.pool.maxSizeGb: a BusinessCritical pool of 4 vCores has at most 1024 GB, got 1025; give less or more vCores",
        ]);
    });

    it("wants to be told which region is active: it has no default", () => {
        expect(mistakesWith("sql.activeRegion", undefined)).toEqual([
            "sql.activeRegion: is missing; expected 'primary' or 'secondary'",
        ]);
    });

    it("names a database that could take the whole pool", () => {
        expect(mistakesWith("sql.pool", pool({ capacity: 8, perDatabaseCapacity: 8 }))).toEqual([
            "sql.pool.perDatabaseCapacity: one database could take the whole pool of 8 vCores from the others; give less",
        ]);
    });

    it("names a zone redundant plan of one instance", () => {
        expect(mistakesWith("web.plan.instances", 1)).toEqual([
            "web.plan.instances: a zone redundant plan has at least 2 instances; give 2 or more",
        ]);
    });
});

const pool = (changes: object) => ({
    tier: "BusinessCritical",
    capacity: 8,
    maxSizeGb: 256,
    perDatabaseCapacity: 2,
    zoneRedundant: true,
    ...changes,
});

describe("a name or address that Azure would refuse", () => {
    it.each([
        ["vendor", "Figlo"],
        ["vendor", "9figlo"],
        ["vendor", "figlo-nl"],
        ["vendor", "figlofinancial"],
        ["application", "a"],
        ["domain.trafficManagerName", "-advisor"],
        ["domain.hostName", "https://advisor.figlo.example"],
        ["domain.hostName", "figlo.example"],
        ["domain.hostName", "*.figlo.example"],
        ["operatorVaults.primary", "kv-figlo"],
        ["operatorVaults.primary", vault("kv--figlo")],
        ["operatorVaults.primary", vault("kv_figlo")],
        ["operatorVaults.primary", vault("kv-figlo-operators-productie")],
        ["operatorVaults.primary", vault("kv").replace("/rg/", "/rg./")],
        ["azure-native:subscriptionId", "productie"],
        // In lower case only, so that one subscription cannot have two owners by being written in two ways.
        ["azure-native:subscriptionId", "4FDA6078-d7bc-5716-afbe-0ec15bddc38a"],
        ["azure-native:tenantId", "{11111111-1111-1111-1111-111111111111}"],
        ["web.runtime", "PYTHON|3.12"],
        ["web.runtime", "DOTNETCORE|1.0"],
        ["web.runtime", "DOTNETCORE|7.0"],
        ["web.runtime", "NODE|18-lts"],
        ["web.runtime", "NODE|21-lts"],
        ["web.runtime", "PHP|8.1"],
        ["web.healthPath", "/"],
        ["web.healthPath", "health"],
        ["release.version", "3.8"],
        ["release.digest", "sha256:abc"],
        ["signIn.issuer", "https://login.example.com/11111111-1111-1111-1111-111111111111/v2.0"],
    ])("%s: %s", (path, value) => {
        const [line, ...more] = mistakesWith(path, value);
        expect(more).toEqual([]);
        expect(line).toMatch(new RegExp(`^${path.replaceAll(".", "\\.")}: expected .+, got '`));
    });

    it("says how the value is written", () => {
        expect(mistakesWith("signIn.frontEndClientId", "x")).toEqual([
            `signIn.frontEndClientId: expected ${GUID}, got 'x'`,
        ]);
        expect(mistakesWith("release.version", "latest")).toEqual([
            `release.version: expected ${VERSION}, got 'latest'`,
        ]);
    });

    it.each([
        ["vendor", "windowsnl"],
        ["application", "mymicrosoft"],
        ["domain.trafficManagerName", "login-advisor"],
        ["domain.trafficManagerName", "office365"],
    ])("%s: %s holds a reserved word", (path, value) => {
        expect(mistakesWith(path, value)).toEqual([`${path}: '${value}' ${RESERVED}`]);
    });

    it("is Azure's own host name", () => {
        expect(mistakesWith("domain.hostName", "figlo.azurewebsites.net")).toEqual([
            "domain.hostName: 'figlo.azurewebsites.net' is a name of Azure's own; give the host name in your own domain that visitors use",
        ]);
    });

    it("is one registration for both applications", () => {
        const shared = "22222222-2222-4222-8222-222222222222";
        const signIn = { issuer: `https://x.ciamlogin.com/${shared}/v2.0`, clientSecret: "sign-in" };
        expect(mistakesWith("signIn", { ...signIn, frontEndClientId: shared, backEndClientId: shared })).toEqual([
            `signIn.backEndClientId: '${shared}' is also frontEndClientId; register the back-end as an application of its own`,
        ]);
    });

    it("is one operators' vault for both regions", () => {
        expect(mistakesWith("operatorVaults", { primary: vault("kv-one"), secondary: vault("kv-one") })).toEqual([
            expect.stringContaining("operatorVaults.secondary: "),
        ]);
    });
});

describe("an address for alerts", () => {
    it("stands once, in whatever case: Azure wants each receiver once", () => {
        expect(mistakesWith("monitoring.alertEmails", ["on-call@figlo.example", "On-Call@figlo.example"])).toEqual([
            "monitoring.alertEmails[1]: 'on-call@figlo.example' stands twice (first at 0); each address may stand once",
        ]);
    });
});

describe("an unknown key", () => {
    it("is a mistake at every depth and gets a suggestion", () => {
        expect(mistakesWith("web.plan.instanses", 3)).toEqual([
            "web.plan.instanses: unknown setting; did you mean 'instances'?",
        ]);
    });

    it("that resembles nothing is answered with what there is", () => {
        expect(mistakesWith("regions.tertiary-and-more", "x")).toEqual([
            "regions.tertiary-and-more: unknown setting; known here: primary, secondary, allowEea",
        ]);
    });

    it("with the wrong namespace is told the right one", () => {
        expect(mistakesWith("figlo-adviser:vendor", "figlo")).toEqual([
            "figlo-adviser:vendor: unknown setting; did you mean 'figlo-advisor:vendor'?",
        ]);
        expect(mistakesWith("azure-native:vendor", "figlo")).toEqual([
            "azure-native:vendor: unknown setting; did you mean 'figlo-advisor:vendor'?",
        ]);
    });

    it("of the other kind of certificate is told whose it is, and not called a secret", () => {
        expect(mistakesWith("domain.certificate", { source: "managed", secret: "advisor" })).toEqual([
            "domain.certificate.secret: belongs to source 'key-vault'; remove it here",
        ]);
    });

    it.each([
        ["sql.customerManagdKey", true, "customerManagedKey"],
        ["signIn.clientSecrets", "advisor-sign-in", "clientSecret"],
        ["signIn.clientSecret_", "advisor-sign-in", "clientSecret"],
    ])("%s is misspelt before it is a secret", (path, value, known) => {
        expect(mistakesWith(path, value)).toContain(`${path}: unknown setting; did you mean '${known}'?`);
    });

    it.each([true, 7, ["x"]])("whose name announces a secret holds none where the value is %j", (value) => {
        expect(mistakesWith("regions.apiKey", value)).toEqual([
            "regions.apiKey: unknown setting; known here: primary, secondary, allowEea",
        ]);
    });

    it("of a certificate's source names the two that exist", () => {
        expect(mistakesWith("domain.certificate", { source: "letsencrypt" })).toEqual([
            "domain.certificate.source: expected 'key-vault' or 'managed', got 'letsencrypt'",
        ]);
    });
});
