import { compliant } from "../compliant-stack";
import { ExampleStack, SECRET, UNKNOWN } from "../example-stack";

const SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
const id = (group: string, rest: string) => `/subscriptions/${SUBSCRIPTION}/resourceGroups/${group}/providers/${rest}`;

const settings = (value: unknown, config = {}) =>
    new ExampleStack()
        .plus("web:WebAppApplicationSettings", "it", { properties: { VALUE: value } })
        .found("otap-no-cross-env-reference", config);

describe("otap-no-cross-env-reference", () => {
    it.each([
        id("rg-figlo-test-weu", "Microsoft.Sql/servers/sql-1"),
        id("rg-figlo", "Microsoft.KeyVault/vaults/kv-figlo-ops-tst-weu/secrets/key"),
        id("rg-figlo", "Microsoft.Sql/servers/sql-acc01"),
        "Server=tcp:sql-figlo-ont-weu.database.windows.net,1433;Authentication=Active Directory Default",
        "https://stfigloadvisorontwikkelingweu.blob.core.windows.net/documents",
        "https://sql-uat.privatelink.database.windows.net",
        "@Microsoft.KeyVault(SecretUri=https://kv-figlo-acceptatie.vault.azure.net/secrets/key/)",
        "@Microsoft.KeyVault(VaultName=kv-figlo-dev;SecretName=key)",
        "https://acceptatie.advisor.figlo.example/api",
    ])("refuses %s in productie", (value) => {
        expect(settings(value)).toEqual([
            expect.stringMatching(/^it: properties\.VALUE speaks of .*, by its name of /),
        ]);
    });

    it("takes what a role may do for no id", () => {
        const own = { subscriptions: [SUBSCRIPTION] };
        expect(settings("Microsoft.Resources/subscriptions/resourceGroups/read", own)).toEqual([]);
        expect(settings("/subscriptions/other/resourceGroups/read", own)).toHaveLength(1);
    });

    it.each([
        id("rg-figlo-prd-weu", "Microsoft.Sql/servers/sql-figlo-prd-weu"),
        "https://kv-figlo-ops-prd-weu.vault.azure.net/secrets/test",
        id("rg-figlo-prd", "Microsoft.Web/sites/app-prd/slots/test"),
        id("rg-hub", "Microsoft.Network/virtualNetworks/vnet-hub"),
        id("rg-dns-test", "Microsoft.Network/privateDnsZones/privatelink.database.windows.net"),
        "https://test.partner.example/api",
        "latest attestation of the developers",
        "https://app-contest.azurewebsites.net",
        UNKNOWN,
        SECRET,
        null,
        7,
    ])("lets %p be", (value) => {
        expect(settings(value)).toEqual([]);
    });

    it("reads the names of what a resource is a part of, unless the stack makes that", () => {
        const part = (name: string) =>
            new ExampleStack()
                .plus("sql:Server", "server", { serverName: "sql-shop-test-weu" })
                .plus("sql:Database", "it", { serverName: name, databaseName: "test" });
        expect(part("sql-other-test-weu").found("otap-no-cross-env-reference")).toEqual([
            "it: serverName speaks of sql-other-test-weu, by its name of test",
        ]);
        expect(part("sql-shop-test-weu").found("otap-no-cross-env-reference")).toEqual([]);
        expect(part("sql-other-prd-weu").found("otap-no-cross-env-reference")).toEqual([]);
    });

    it("refuses productie in what comes before it", () => {
        const value = "sql-figlo-prod.database.windows.net";
        const stack = (name: string) => new ExampleStack(new Map([["it", settingsIn(name, value)]]));
        expect(stack("test").found("otap-no-cross-env-reference", { environment: "test" })).toEqual([
            "it: properties.VALUE speaks of sql-figlo-prod, by its name of productie",
        ]);
        expect(stack("productie-klanten-02").found("otap-no-cross-env-reference")).toEqual([]);
    });

    it("believes a stack that is named for its environment, as a plan that is not ours may be", () => {
        const dev = new ExampleStack(new Map([["it", settingsIn("acme-dev", "sql-dev.database.windows.net")]]));
        expect(dev.found("otap-no-cross-env-reference")).toEqual([]);
        const other = new ExampleStack(new Map([["it", settingsIn("acme-dev", "sql-prod.database.windows.net")]]));
        expect(other.found("otap-no-cross-env-reference")).toHaveLength(1);
    });

    it("lets be what the stack makes itself, whatever it is called", () => {
        const stack = (name: string) =>
            compliant()
                .set("group", "resourceGroupName", "rg-load-test")
                .set("vault", "vaultName", "kv-load-test")
                .set("site-settings", "properties.ID", id("rg-load-test", "Microsoft.Web/sites/app-load-test"))
                .set("site-settings", "properties.VAULT", `https://${name}.vault.azure.net`)
                .set("site", "resourceGroupName", "rg-load-test")
                .found("otap-no-cross-env-reference");
        expect(stack("kv-load-test")).toEqual([]);
        expect(stack("kv-other-test")).toHaveLength(1);
    });

    it("refuses a resource that is put into another environment's group by name", () => {
        expect(
            compliant().set("vault", "resourceGroupName", "rg-figlo-test").found("otap-no-cross-env-reference"),
        ).toEqual(["vault: resourceGroupName speaks of rg-figlo-test, by its name of test"]);
    });

    it("finds a reference at any depth, and says where", () => {
        const rules = [{ vnetSubnetResourceId: id("rg-figlo-test", "Microsoft.Network/virtualNetworks/v/subnets/s") }];
        expect(
            compliant().set("site", "siteConfig.scmIpSecurityRestrictions", rules).found("otap-no-cross-env-reference"),
        ).toEqual([
            "site: siteConfig.scmIpSecurityRestrictions[0].vnetSubnetResourceId speaks of rg-figlo-test, by its name of test",
        ]);
    });

    it("refuses another subscription where it is told which one is the environment's", () => {
        const value = id("rg-hub", "Microsoft.Network/virtualNetworks/vnet-hub");
        expect(settings(value, { subscriptions: [SUBSCRIPTION.toUpperCase()] })).toEqual([]);
        expect(settings(value, { subscriptions: ["22222222-2222-2222-2222-222222222222"] })).toEqual([
            `it: properties.VALUE is in subscription ${SUBSCRIPTION}, which is not this environment's`,
        ]);
    });

    it("lets the reference to the stack before be, and words for people", () => {
        const stack = compliant()
            .plus("pulumi:pulumi:StackReference", "before", { name: "figlo/advisor/acceptatie" })
            .set("grant", "description", "As on https://acceptatie.advisor.figlo.example");
        expect(stack.found("otap-no-cross-env-reference")).toEqual([]);
    });
});

const settingsIn = (stack: string, value: string) => ({
    urn: `urn:pulumi:${stack}::advisor::azure-native:web:WebAppApplicationSettings::it`,
    type: "azure-native:web:WebAppApplicationSettings",
    inputs: { properties: { VALUE: value } },
});
