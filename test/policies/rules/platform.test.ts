import { compliant, tags } from "../compliant-stack";
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
        expect(found("monitor:ActionGroup", { location: "global" })).toEqual([
            "it: location is 'global', not a region of the European Union",
        ]);
    });

    it.each<[string, Record<string, unknown>]>([
        ["documentdb:DatabaseAccount", { locations: [{ locationName: "westeurope" }, { locationName: "eastus" }] }],
        ["operationalinsights:Workspace", { location: "westeurope", replication: { location: "eastus" } }],
        ["monitor:MetricAlert", { targetResourceRegion: "eastus" }],
        ["monitor:AutoscaleSetting", { targetResourceLocation: "East US" }],
        ["trafficmanager:Profile", { endpoints: [{ endpointLocation: "eastus" }] }],
        ["applicationinsights:WebTest", { location: "westeurope", locations: [{ location: "us-va-ash-azr" }] }],
        ["aws:s3/bucket:Bucket", { region: "us-east-1" }],
    ])("finds a region outside the Union anywhere in %s", (type, inputs) => {
        expect(found(type, inputs)).toHaveLength(1);
    });

    it("knows Microsoft's codes for the places that web tests run from", () => {
        expect(found("applicationinsights:WebTest", { locations: [{ location: "emea-nl-ams-azr" }] })).toEqual([]);
    });

    it("leaves alone what has no location, and words that mean something else", () => {
        expect(found("monitor:DiagnosticSetting", { name: "to-workspace" })).toEqual([]);
        expect(found("sql:Server", { tags: { location: "cellar" } })).toEqual([]);
        expect(found("network:Subnet", { serviceEndpoints: [{ service: "Microsoft.Web", locations: ["*"] }] })).toEqual(
            [],
        );
        expect(found("web:WebAppApplicationSettings", { properties: { REGION: "benelux" } })).toEqual([]);
    });

    it("wants a location of a resource group, which gives it to what is inside", () => {
        expect(found("resources:ResourceGroup", {})).toHaveLength(1);
    });

    it("is undecided about an unknown location", () => {
        expect(found("sql:Server", { location: UNKNOWN })).toEqual([
            "it: undecided, location is not known before deployment",
        ]);
    });
});

describe("host-allowed-types", () => {
    const found = (type: string, inputs = {}) => one(type, inputs).found("host-allowed-types");

    it.each(["sql:Server", "random:index/randomString:RandomString", "pulumi:pulumi:Stack", "figlo:infra:Shard"])(
        "passes %s",
        (type) => {
            expect(found(type)).toEqual([]);
        },
    );

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
        const template = (type: string) => ({ properties: { template: { resources: [{ type }] } } });
        expect(found("resources:Deployment", template("Microsoft.Web/sites/hostNameBindings"))).toEqual([]);
        expect(found("resources:Deployment", template("Microsoft.Cdn/profiles"))).toHaveLength(1);
        expect(
            found("resources:Deployment", { properties: { templateLink: { uri: "https://figlo.example" } } }),
        ).toHaveLength(1);
        expect(found("resources:Deployment", {})).toHaveLength(1);
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

    it("reports a resource without tags, and asks none of what takes none", () => {
        expect(one("sql:Server", {}).found("otap-required-tags")).toHaveLength(3);
        expect(one("sql:FirewallRule", {}).found("otap-required-tags")).toEqual([]);
    });
});

describe("prod-delete-lock", () => {
    it.each(["database", "vault", "store", "backups"])("wants a lock on %s", (name) => {
        expect(compliant().without(`${name}-lock`).found("prod-delete-lock")).toEqual([
            `${name}: has no lock against deletion`,
        ]);
    });

    it.each(["server", "pool", "database", "failover", "vault", "store", "container", "logs", "backups"])(
        "wants %s protected",
        (name) => {
            const stack = compliant().change(name, (resource) => ({ ...resource, protect: undefined }));
            expect(stack.found("prod-delete-lock")).toEqual([
                `${name}: is not protected: a deployment could delete it`,
            ]);
        },
    );

    it("refuses a lock on a server or a group, which everything inside inherits", () => {
        const lock = (on: string) =>
            compliant().plus("authorization:ManagementLockByScope", "lock", { level: "CanNotDelete" }, { scope: [on] });
        const message = "lock: locks a server or a resource group, and everything inside inherits it";
        expect(lock("server").found("prod-delete-lock")).toEqual([message]);
        expect(lock("group").found("prod-delete-lock")).toEqual([message]);
        const id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/sql-1";
        const spelled = (scope: string) =>
            compliant().plus("authorization:ManagementLockByScope", "lock", { level: "CanNotDelete", scope });
        expect(spelled(id).found("prod-delete-lock")).toEqual([message]);
        expect(spelled(`${id}/databases/sqldb-k7f3`).found("prod-delete-lock")).toEqual([]);
        expect(
            compliant()
                .plus("authorization:ManagementLockAtResourceGroupLevel", "lock", { level: "CanNotDelete" })
                .found("prod-delete-lock"),
        ).toHaveLength(1);
    });

    it("passes a lock on the copy that a failover group makes: its id is made from server and group", () => {
        const stack = compliant().plus(
            "authorization:ManagementLockByScope",
            "copy-lock",
            { level: "CanNotDelete" },
            { scope: ["partner", "failover"] },
        );
        expect(stack.found("prod-delete-lock")).toEqual([]);
    });

    it("asks nothing of a transient copy, and nothing in test", () => {
        const copy = compliant()
            .set("database", "tags.dataClass", "transient")
            .change("database", (resource) => ({ ...resource, protect: false }))
            .without("database-lock");
        expect(copy.found("prod-delete-lock")).toEqual([]);
        expect(compliant().without("vault-lock").found("prod-delete-lock", { environment: "test" })).toEqual([]);
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

    it("is undecided about a scope that comes from nowhere known", () => {
        expect(scoped(UNKNOWN)).toEqual(["it: undecided, scope is not known before deployment"]);
    });
});

describe("transient-not-expired", () => {
    const copy = (endDate?: string) =>
        one("sql:Database", { tags: { ...tags, dataClass: "transient", endDate } }).found("transient-not-expired");

    it("wants an end date, and reports the copy from the day after", () => {
        expect(copy()).toEqual(["it: tags.endDate is not set, not a date"]);
        expect(copy("2026-11-23")).toEqual([]);
        expect(copy("2026-11-22")).toEqual(["it: was to be gone by 2026-11-22"]);
    });
});
