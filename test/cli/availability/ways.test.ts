import { databaseWay } from "../../../cli/availability/database-way";
import { visitorsWay } from "../../../cli/availability/visitors-way";
import { isJoined, levelsOf, promiseOf, type Way, withoutLevel } from "../../../cli/availability/way";
import type { PlanObject, PlanResource } from "../../../cli/plan/plan";
import { PlannedResources } from "../../../cli/plan/planned-resources";
import { previewed, resolved } from "../../street";

/** A plan in which the inputs of one type are changed. */
const changed = (plan: PlannedResources, type: string, change: (inputs: PlanObject) => PlanObject): PlannedResources =>
    new PlannedResources(
        plan.all.map((each) =>
            each.type === `azure-native:${type}` ? { ...each, inputs: change(each.inputs) } : each,
        ),
    );

const without = (plan: PlannedResources, isGone: (resource: PlanResource) => boolean): PlannedResources =>
    new PlannedResources(plan.all.filter((each) => !isGone(each)));

const named = (way: Way, name: string): Way | undefined =>
    way.name === name ? way : isJoined(way) ? way.of.map((each) => named(each, name)).find(Boolean) : undefined;

const namesIn = (way: Way | undefined): readonly string[] =>
    way && isJoined(way) ? way.of.map(({ name }) => name) : [];

let productie: PlannedResources;
let ontwikkeling: PlannedResources;

beforeAll(async () => {
    productie = new PlannedResources((await previewed("productie")).resources);
    ontwikkeling = new PlannedResources((await previewed("ontwikkeling")).resources);
});

describe("databaseWay", () => {
    it("takes the level of the tier, and the vault that has the key", () => {
        expect(databaseWay(productie)).toEqual({
            name: "databases in westeurope",
            join: "series",
            of: [
                { name: "shard-01-primary-pool-pool (BusinessCritical, zone redundant)", level: "sql-critical-zonal" },
                { name: "vault with the key of the databases", level: "key-vault" },
            ],
        });
    });

    it("gives no credit for the second region while failing over is an operator's decision", () => {
        const alone = without(productie, ({ name }) => name.startsWith("shard-01-secondary"));
        expect(promiseOf(databaseWay(alone))).toEqual(promiseOf(databaseWay(productie)));
    });

    it.each([
        ["a pool that is not zone redundant", { zoneRedundant: false }, "sql"],
        ["a zone redundant pool of another tier", { sku: { tier: "GeneralPurpose" } }, "sql-general-zonal"],
    ])("takes the level of %s", (_, change, level) => {
        const plan = changed(productie, "sql:ElasticPool", (inputs) => ({ ...inputs, ...change }));
        expect(levelsOf(databaseWay(plan))).toEqual(["key-vault", level].sort());
    });

    it("needs no vault where Azure keeps the key", () => {
        const plan = without(productie, ({ type }) => type.endsWith(":EncryptionProtector"));
        expect(levelsOf(databaseWay(plan))).toEqual(["sql-critical-zonal"]);
    });

    it("promises nothing without a server", () => {
        expect(promiseOf(databaseWay(new PlannedResources([]))).least).toBe(0);
    });
});

describe("visitorsWay", () => {
    it("names what has no published level, and so promises at most what the rest does", () => {
        const way = visitorsWay(productie);
        expect(withoutLevel(way)).toEqual([
            "DNS of the public host name",
            "sign-in at Microsoft Entra External ID",
            "virtual networks and private DNS zones",
        ]);
        const { least, most } = promiseOf(way);
        expect(least).toBe(0);
        expect(most).toBeCloseTo(0.9986482, 7);
    });

    it("needs of a region its own applications, its vault and its private endpoints", () => {
        expect(namesIn(named(visitorsWay(productie), "region northeurope"))).toEqual([
            "secondary-front-end-site",
            "secondary-back-end-site",
            "secondary-vault-vault",
            "secondary-back-end-link-northeurope-endpoint",
            "secondary-vault-link-endpoint",
            "documents-link-northeurope-endpoint",
            "shard-01-secondary-to-primary-endpoint",
        ]);
    });

    it("is enough with one region, since Traffic Manager moves visitors by itself", () => {
        const regions = named(visitorsWay(productie), "one of the regions, by Traffic Manager") as Way;
        const region = promiseOf(named(regions, "region westeurope") as Way).least;
        expect(promiseOf(regions).least).toBeCloseTo(1 - (1 - region) ** 2, 12);
    });

    it.each([
        ["an endpoint is off", { endpoints: [{ endpointStatus: "Disabled" }, { endpointStatus: "Enabled" }] }],
        [
            "an endpoint is served whether it is well or not",
            { endpoints: [{ endpointStatus: "Enabled", alwaysServe: "Enabled" }] },
        ],
        ["the profile is off", { profileStatus: "Disabled" }],
    ])("gives no credit for a second region where %s", (_, change) => {
        const plan = changed(productie, "trafficmanager:Profile", (inputs) => ({ ...inputs, ...change }));
        const way = named(visitorsWay(plan), "the regions, between which nothing moves visitors by itself");
        expect(namesIn(way)).toEqual(["region westeurope", "region northeurope"]);
        const region = promiseOf(named(way as Way, "region westeurope") as Way).least;
        expect(promiseOf(way as Way).least).toBeCloseTo(region ** 2, 12);
    });

    it("promises less in ontwikkeling than in productie", () => {
        expect(promiseOf(visitorsWay(ontwikkeling)).most).toBeLessThan(promiseOf(visitorsWay(productie)).most);
    });

    it("is the same of what is deployed as of what is planned", async () => {
        const deployed = new PlannedResources((await resolved("productie")).resources);
        expect(visitorsWay(deployed)).toEqual(visitorsWay(productie));
    });
});
