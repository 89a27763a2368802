import { compliant } from "../compliant-stack";

describe("st-geo-redundant", () => {
    const store = (sku: string, location = "westeurope", config = {}) =>
        compliant().set("store", "sku.name", sku).set("store", "location", location).found("st-geo-redundant", config);

    it("passes every SKU with a copy in the region's pair, and reports all others", () => {
        expect(["Standard_GRS", "Standard_GZRS", "Standard_RAGRS"].flatMap((sku) => store(sku))).toEqual([]);
        expect(store("Standard_ZRS")).toEqual(["store: sku.name is 'Standard_ZRS'"]);
        expect(store("Premium_LRS")).toHaveLength(1);
    });

    it("wants zones where the region has no pair, and no geo-redundancy to where nobody knows", () => {
        expect(store("Standard_ZRS", "italynorth")).toEqual([]);
        expect(store("Standard_LRS", "italynorth")).toHaveLength(1);
        expect(store("Standard_GRS", "italynorth")).toEqual([
            "store: sku.name is 'Standard_GRS', and 'italynorth' has no pair in the Union",
        ]);
    });

    it("takes either where the pair is in the EEA and that is allowed, and no copy there where it is not", () => {
        const allowed = { allowEea: true };
        expect(store("Standard_ZRS", "norwayeast", allowed)).toEqual([]);
        expect(store("Standard_GZRS", "norwayeast", allowed)).toEqual([]);
        expect(store("Standard_GZRS", "norwayeast")).toHaveLength(1);
    });

    it("asks it of customers' data alone, and of what does not say what it holds", () => {
        const local = compliant().set("store", "sku.name", "Standard_LRS");
        expect(local.set("store", "tags.dataClass", "operational").found("st-geo-redundant")).toEqual([]);
        expect(local.unset("store", "tags").found("st-geo-redundant")).toHaveLength(1);
    });
});

describe("st-geo-redundant, of audit", () => {
    const local = compliant().set("store", "sku.name", "Standard_LRS").set("store", "tags.dataClass", "operational");

    it("asks it of an account that takes a server's audit, whatever that says that it holds", () => {
        const expected = ["store: sku.name is 'Standard_LRS'"];
        const made = local.change("server-audit", (audit) => ({
            ...audit,
            inputs: { ...audit.inputs, storageEndpoint: { $unknown: true } },
            propertyDependencies: { ...audit.propertyDependencies, storageEndpoint: [local.urn("store")] },
        }));
        expect(made.found("st-geo-redundant")).toEqual(expected);
        const known = local
            .set("store", "accountName", "stauditk7f3")
            .set("server-audit", "storageEndpoint", "https://stauditk7f3.blob.core.windows.net/");
        expect(known.found("st-geo-redundant")).toEqual(expected);
        const other = known.set("server-audit", "storageEndpoint", "https://stother.blob.core.windows.net/");
        expect(other.found("st-geo-redundant")).toEqual([]);
    });
});

describe("sql-db-geo-backup", () => {
    const database = (redundancy: string, location: string) =>
        compliant()
            .set("database", "requestedBackupStorageRedundancy", redundancy)
            .set("database", "location", location);

    it("takes either where the pair is in the EEA and that is allowed: a geo-secondary is a second copy too", () => {
        const found = (redundancy: string, allowEea: boolean) =>
            database(redundancy, "norwayeast").found("sql-db-geo-backup", { allowEea });
        expect(found("Geo", true)).toEqual([]);
        expect(found("Zone", true)).toEqual([]);
        expect(found("Local", true)).toHaveLength(1);
        expect(found("Geo", false)).toHaveLength(1);
        expect(found("Zone", false)).toEqual([]);
    });

    it("takes zones for no second copy where nothing copies the database", () => {
        const alone = database("Zone", "norwayeast").without("failover");
        expect(alone.found("sql-db-geo-backup", { allowEea: true })).toHaveLength(1);
    });
});

describe("web-plan-min-sku", () => {
    const plan = (name: string, tier?: string) =>
        compliant().set("plan", "sku", { name, tier, capacity: 3 }).found("web-plan-min-sku");

    it.each(["F1", "D1", "B1", "B3", "Y1", "FC1", "SHARED", "FREE"])("reports the size %s", (name) => {
        expect(plan(name)).toEqual([`plan: sku.name is '${name}'`]);
    });

    it.each(["S1", "P0v3", "P1v3", "P1mv4", "P2V2", "I1v2", "EP1", "WS2"])("passes the size %s", (name) => {
        expect(plan(name)).toEqual([]);
    });

    it("reports a tier that says otherwise than the size", () => {
        expect(plan("P1v3", "PremiumV3")).toEqual([]);
        expect(plan("EP1", "ElasticPremium")).toEqual([]);
        expect(plan("P1v3", "Basic")).toEqual(["plan: sku.tier is 'Basic'"]);
    });
});
