import { tags } from "../compliant/tags";
import { compliant } from "../compliant-stack";
import { ExampleStack, UNKNOWN } from "../example-stack";

const one = (type: string, inputs: Record<string, unknown>) => new ExampleStack().plus(type, "it", inputs);

describe("eu-allowed-locations", () => {
    const found = (type: string, inputs: Record<string, unknown>, config = {}) =>
        one(type, inputs).found("eu-allowed-locations", config);

    it.each(["westeurope", "West Europe", "WESTEUROPE", "swedencentral"])("passes %s", (location) => {
        expect(found("sql:Server", { location })).toEqual([]);
    });

    it.each(["eastus", "uksouth", "switzerlandnorth", "global", "europe", "constructor", 7])(
        "refuses %p",
        (location) => {
            expect(found("sql:Server", { location })).toHaveLength(1);
        },
    );

    it("admits the EEA outside the Union only where the settings do, and never the United Kingdom", () => {
        expect(found("sql:Server", { location: "norwayeast" })).toHaveLength(1);
        expect(found("sql:Server", { location: "norwayeast" }, { allowEea: true })).toEqual([]);
        expect(found("sql:Server", { location: "uksouth" }, { allowEea: true })).toHaveLength(1);
    });

    it("admits global for what holds no customer data, and never for an action group", () => {
        expect(found("trafficmanager:Profile", { location: "global" })).toEqual([]);
        expect(found("privatedns:PrivateZone", { location: "Global" })).toEqual([]);
        expect(found("monitor:PrivateLinkScope", { location: "Global" })).toEqual([]);
        expect(found("monitor:ActionGroup", { location: "global" })).toEqual([
            "it: location is 'global', not a region of the European Union",
        ]);
    });

    it.each<[string, Record<string, unknown>]>([
        ["documentdb:DatabaseAccount", { locations: [{ locationName: "westeurope" }, { locationName: "eastus" }] }],
        ["operationalinsights:Workspace", { location: "westeurope", replication: { location: "eastus" } }],
        ["monitor:MetricAlert", { location: "westeurope", targetResourceRegion: "eastus" }],
        ["monitor:AutoscaleSetting", { location: "westeurope", targetResourceLocation: "East US" }],
        ["trafficmanager:Profile", { location: "global", endpoints: [{ endpointLocation: "eastus" }] }],
        ["applicationinsights:WebTest", { location: "westeurope", locations: [{ location: "us-va-ash-azr" }] }],
        ["dataprotection:BackupVault", { location: "westeurope", properties: { replicatedRegions: ["eastus"] } }],
        ["web:WebApp", { location: "westeurope", cloningInfo: { sourceWebAppLocation: "East US" } }],
        ["compute:GalleryImage", { location: "westeurope", targetRegions: [{ name: "eastus" }] }],
        ["web:WebApp", { location: "westeurope", extendedLocation: { name: "losangeles", type: "EdgeZone" } }],
        ["aws:s3/bucket:Bucket", { region: "us-east-1" }],
    ])("finds a region outside the Union anywhere in %s", (type, inputs) => {
        expect(found(type, inputs)).toHaveLength(1);
    });

    it("knows Microsoft's codes for the places that web tests run from", () => {
        const locations = [{ location: "emea-nl-ams-azr" }];
        expect(found("applicationinsights:WebTest", { location: "westeurope", locations })).toEqual([]);
    });

    it("leaves alone what has no location, and words that mean something else", () => {
        expect(found("monitor:DiagnosticSetting", { name: "to-workspace" })).toEqual([]);
        const random = "random:index/randomString:RandomString";
        expect(found(random, { length: 4, keepers: { region: "weu" } })).toEqual([]);
        const named = { location: "westeurope", locations: [{ name: "first", location: "westeurope" }] };
        expect(found("applicationinsights:WebTest", named)).toEqual([]);
        expect(found("sql:Server", { location: "westeurope", tags: { location: "cellar" } })).toEqual([]);
        expect(found("network:Subnet", { serviceEndpoints: [{ service: "Microsoft.Web", locations: ["*"] }] })).toEqual(
            [],
        );
        expect(found("web:WebAppApplicationSettings", { properties: { REGION: "benelux" } })).toEqual([]);
    });

    it.each([
        "keyvault:Vault",
        "operationalinsights:Workspace",
        "resources:ResourceGroup",
        "storage:StorageAccount",
        "trafficmanager:Profile",
    ])("wants a location of %s: without one the provider's configuration decides", (type) => {
        const expected = ["it: location is not set, so that nothing says here where it is"];
        expect(found(type, {})).toEqual(expected);
        expect(found(type, { location: " " })).toContain(expected[0]);
        expect(found(type, { location: null })).toEqual(expected);
    });

    it("is undecided about an unknown location", () => {
        expect(found("sql:Server", { location: UNKNOWN })).toEqual([
            "it: undecided, location is not known before deployment",
        ]);
    });
});

describe("host-allowed-types", () => {
    const found = (type: string, inputs = {}) => one(type, inputs).found("host-allowed-types");

    it.each(["sql:Server", "random:index/randomString:RandomString", "pulumi:pulumi:Stack"])("passes %s", (type) => {
        expect(found(type)).toEqual([]);
    });

    it("passes a component, whatever its package: by what the plan says of it or by the configuration", () => {
        const component = one("example:infra:Shard", {});
        expect(component.found("host-allowed-types")).toEqual(["it: example:infra:Shard is of another provider"]);
        expect(component.found("host-allowed-types", { componentPackages: ["example"] })).toEqual([]);
        const said = component.change("it", (resource) => ({ ...resource, custom: false }));
        expect(said.found("host-allowed-types")).toEqual([]);
    });

    it.each(["cdn:AFDEndpoint", "documentdb:DatabaseAccount", "aws:s3/bucket:Bucket", "command:local:Command"])(
        "refuses %s",
        (type) => {
            expect(found(type)).toHaveLength(1);
        },
    );

    it.each(["azure-native:sql/v20230801preview:Server", "azure-native_sql_v20230801preview:sql:Server"])(
        "refuses the preview %s",
        (type) => {
            expect(found(type)).toEqual([`it: ${type} is a preview, which Microsoft's certificates leave out`]);
        },
    );

    it("looks into a template, which could make anything", () => {
        const template = (type: string) => ({
            properties: { mode: "Incremental", template: { resources: [{ type }] } },
        });
        expect(found("resources:Deployment", template("Microsoft.Web/sites/hostNameBindings"))).toEqual([]);
        const wide = "resources:DeploymentAtSubscriptionScope";
        expect(found(wide, template("Microsoft.Security/pricings"))).toEqual([]);
        expect(found(wide, template("Microsoft.Authorization/roleAssignments"))).toHaveLength(1);
        expect(found("resources:Deployment", template("Microsoft.Cdn/profiles"))).toHaveLength(1);
        expect(
            found("resources:Deployment", {
                properties: { mode: "Incremental", templateLink: { uri: "https://figlo.example" } },
            }),
        ).toEqual(["it: its template cannot be seen: give it as properties.template"]);
        expect(found("resources:Deployment", {})).toHaveLength(2);
    });

    it("looks at resources by symbolic name, and at children inside them", () => {
        const child = { type: "hostNameBindings", resources: [{ type: "Microsoft.Cdn/profiles" }] };
        const template = { resources: { site: { type: "Microsoft.Web/sites/hostNameBindings", resources: [child] } } };
        expect(found("resources:Deployment", { properties: { mode: "Incremental", template } })).toEqual([
            "it: its template makes 'hostNameBindings', which is not on the list",
            "it: its template makes 'Microsoft.Cdn/profiles', which is not on the list",
        ]);
    });

    it.each(["Complete", undefined])("refuses the mode %s, which deletes what the template does not name", (mode) => {
        const properties = { mode, template: { resources: [] } };
        expect(found("resources:Deployment", { properties })).toEqual([
            expect.stringContaining("what the template does not name would be deleted"),
        ]);
    });
});

describe("log-retention", () => {
    it("lets a table keep what its workspace does, and no less", () => {
        const table = (inputs: Record<string, unknown>) =>
            one("operationalinsights:Table", inputs).found("log-retention");
        expect(table({})).toEqual([]);
        expect(table({ retentionInDays: -1 })).toEqual([]);
        expect(table({ retentionInDays: 30 })).toEqual(["it: retentionInDays is 30, less than 365"]);
        expect(table({ retentionInDays: 30, totalRetentionInDays: 730 })).toEqual([]);
    });
});

describe("otap-required-tags", () => {
    it("reports the release and a tenant's name in a tag, but not its opaque id", () => {
        const tagged = (key: string) =>
            one("sql:Database", { tags: { ...tags, [key]: "x" } }).found("otap-required-tags");
        expect(tagged("release")).toEqual(["it: tags.release is set"]);
        expect(tagged("tenantName")).toEqual(["it: tags.tenantName is set"]);
        expect(tagged("tenant")).toEqual([]);
    });

    it("reads the names of tags without case, as Azure does", () => {
        const spelled = { Environment: "productie", OWNER: "figlo", DataClass: "none" };
        expect(one("sql:Server", { tags: spelled }).found("otap-required-tags")).toEqual([]);
        expect(one("sql:Server", { tags: { ...spelled, Environment: "test" } }).found("otap-required-tags")).toEqual([
            "it: tags.environment is 'test', not 'productie'",
        ]);
    });

    it("reports a resource without tags, and asks none of what takes none", () => {
        expect(one("sql:Server", {}).found("otap-required-tags")).toHaveLength(3);
        expect(one("sql:FirewallRule", {}).found("otap-required-tags")).toEqual([]);
    });

    it.each(["dataprotection:BackupInstance", "web:SiteCertificate", "keyvault:Key"])("asks them of %s", (type) => {
        expect(one(type, {}).found("otap-required-tags")).toHaveLength(3);
    });

    it("takes a blank owner for none", () => {
        expect(one("sql:Server", { tags: { ...tags, owner: "  " } }).found("otap-required-tags")).toEqual([
            "it: tags.owner is '  '",
        ]);
    });
});

describe("rbac-narrow-scope", () => {
    const scoped = (scope: unknown) => one("authorization:RoleAssignment", { scope }).found("rbac-narrow-scope");

    it.each([
        "/subscriptions/11111111-1111-1111-1111-111111111111",
        "/providers/Microsoft.Management/managementGroups/figlo",
        "/",
        undefined,
    ])("refuses %s", (scope) => {
        expect(scoped(scope)).toHaveLength(1);
    });

    it("passes a group or a resource, by its id or by what it is made from", () => {
        expect(scoped("/subscriptions/s/resourceGroups/g")).toEqual([]);
        expect(compliant().found("rbac-narrow-scope")).toEqual([]);
    });

    it("lets a known scope decide, whatever it is made from", () => {
        const wide = compliant().set("grant", "scope", "/subscriptions/11111111-1111-1111-1111-111111111111");
        expect(wide.found("rbac-narrow-scope")).toHaveLength(1);
    });

    it("takes no comfort in a scope that is made from a policy or a role, which may be of a subscription", () => {
        const stack = compliant()
            .plus("authorization:PolicyAssignment", "policy", {})
            .plus("authorization:RoleAssignment", "grant", {}, { scope: ["policy"] });
        expect(stack.found("rbac-narrow-scope")).toEqual(["grant: undecided, scope is not known before deployment"]);
    });

    it("is undecided about a scope that is made from a group, whose id holds the subscription's", () => {
        const made = (...from: readonly string[]) =>
            compliant().plus("authorization:RoleAssignment", "grant", {}, { scope: from }).found("rbac-narrow-scope");
        const undecided = ["grant: undecided, scope is not known before deployment"];
        expect(made("group")).toEqual(undecided);
        expect(made("vault", "group")).toEqual(undecided);
        expect(made("vault", "store")).toEqual([]);
    });

    it("judges a right for the asking alike", () => {
        const eligible = (scope: string) =>
            one("authorization:PimRoleEligibilitySchedule", { scope }).found("rbac-narrow-scope");
        expect(eligible("/subscriptions/s")).toEqual(["it: scope is '/subscriptions/s'"]);
        expect(eligible("/subscriptions/s/resourceGroups/g")).toEqual([]);
    });

    it("is undecided about a scope that comes from nowhere known", () => {
        expect(scoped(UNKNOWN)).toEqual(["it: undecided, scope is not known before deployment"]);
    });
});

describe("transient-not-expired", () => {
    const transient = (endDate?: string) => ({ tags: { ...tags, dataClass: "transient", endDate } });
    const copy = (endDate?: string) =>
        one("sql:Database", { ...transient(endDate), createMode: "PointInTimeRestore" }).found("transient-not-expired");

    it("wants an end date, and reports the copy from the day after", () => {
        expect(copy()).toEqual(["it: tags.endDate is not set, not a date"]);
        expect(copy("2026-11-23")).toEqual([]);
        expect(copy("2026-11-22")).toEqual(["it: was to be gone by 2026-11-22"]);
    });

    it.each(["9999-99-99", "2026-11-31", "2026-12", " 2026-12-01", "soon"])("takes no %p for a date", (endDate) => {
        expect(copy(endDate)).toEqual([`it: tags.endDate is '${endDate}', not a date`]);
    });

    it("lets a copy stay 90 days and no longer", () => {
        expect(copy("2027-02-21")).toEqual([]);
        expect(copy("2027-02-22")).toEqual(["it: tags.endDate is '2027-02-22', more than 90 days ahead"]);
    });

    it("refuses the class to what is no copy: a new database, and what keeps keys or backups", () => {
        expect(
            one("sql:Database", { ...transient("2026-12-01"), createMode: "Default" }).found("transient-not-expired"),
        ).toEqual(["it: createMode is 'Default', so that it is no copy"]);
        expect(one("keyvault:Vault", transient("2026-12-01")).found("transient-not-expired")).toEqual([
            "it: tags.dataClass is 'transient', which only a database or a storage account can be",
        ]);
        expect(one("storage:StorageAccount", transient("2026-12-01")).found("transient-not-expired")).toEqual([]);
    });
});
