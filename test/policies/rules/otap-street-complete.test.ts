import { packSettings } from "../../../cli/preview/pack-settings";
import type { Promised } from "../../../policies/declared";
import { evaluate } from "../../../policies/evaluate";
import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import { previewed, street } from "../../street";
import { ExampleStack, TODAY, UNKNOWN } from "../example-stack";

const PROMISED: Promised = { tenants: ["t-a", "t-b"], documents: true, sites: true };

const RECORD = "it keeps no record of its releases, so the next environment knows none that has passed";
const GATES = "its releases do not wait for the health of each of 2 regions";

const alone = new ExampleStack().plus("pulumi:pulumi:Stack", "stack", {});
const complete = alone
    .plus("sql:Database", "a", { tags: { tenant: "t-a" } })
    .plus("sql:Database", "b", { tags: { tenant: "t-b" } })
    .plus("storage:StorageAccount", "documents", { tags: { dataClass: "customer" } })
    .plus("web:WebApp", "site", {})
    .plus("pulumi-nodejs:dynamic/figlo:ReleaseRecord", "record", {})
    .plus("pulumi-nodejs:dynamic/figlo:HealthGate", "first-health", {})
    .plus("pulumi-nodejs:dynamic/figlo:HealthGate", "second-health", {});

const found = (stack: ExampleStack, promised: Promised | undefined = PROMISED) =>
    stack.found("otap-street-complete", { promised });

describe("otap-street-complete", () => {
    it("passes a stack with every tenant's database, a documents store, a site, and what leads its releases", () => {
        expect(found(complete)).toEqual([]);
    });

    it("reports everything that a stack of nothing lacks", () => {
        expect(found(alone)).toEqual([
            "stack: it has no site, so nobody is served",
            `stack: ${RECORD}`,
            `stack: ${GATES}`,
            "stack: it has no storage account for customers' documents",
            "stack: tenant 't-a' has no database",
            "stack: tenant 't-b' has no database",
        ]);
    });

    it.each([
        ["record", RECORD],
        ["second-health", GATES],
        ["site", "it has no site, so nobody is served"],
        ["documents", "it has no storage account for customers' documents"],
        ["b", "tenant 't-b' has no database"],
    ])("reports a stack without %s", (name, message) => {
        expect(found(complete.without(name))).toEqual([`stack: ${message}`]);
    });

    it("takes neither another account for the documents store nor a copy for a tenant's database", () => {
        expect(found(complete.set("documents", "tags.dataClass", "operational"))).toEqual([
            "stack: it has no storage account for customers' documents",
        ]);
        expect(found(complete.set("b", "tags.dataClass", "transient"))).toEqual([
            "stack: tenant 't-b' has no database",
        ]);
    });

    it("is undecided where a tag that is not known may be the one", () => {
        expect(found(complete.set("b", "tags", UNKNOWN))).toEqual([
            "stack: undecided, the tag 'tenant' of a database is not known before deployment",
        ]);
        expect(found(complete.set("documents", "tags.dataClass", UNKNOWN))).toEqual([
            "stack: undecided, the tag 'dataClass' of a storage account is not known before deployment",
        ]);
    });

    it("asks for nothing that the files do not promise, and of nobody who promises nothing", () => {
        expect(found(alone, { tenants: [], documents: false, sites: false })).toEqual([]);
        expect(alone.found("otap-street-complete")).toEqual([]);
    });

    it("asks nothing of the stack of a further shard", () => {
        const shard = alone.change("stack", (stack) => ({
            ...stack,
            urn: "urn:pulumi:productie-klanten-02::figlo-advisor::pulumi:pulumi:Stack::stack",
        }));
        expect(found(shard)).toEqual([]);
    });

    it.each(ENVIRONMENTS)(
        "finds our own %s complete, and misses each tenant without a database",
        async (environment) => {
            const { resources } = await previewed(environment);
            const lacking = (kept: typeof resources) =>
                evaluate(kept, { ...packSettings(street()[environment]), today: TODAY })
                    .filter(({ rule }) => rule === "otap-street-complete")
                    .map(({ message }) => message);
            expect(lacking(resources)).toEqual([]);
            const tenants = street()[environment].data.tenants.map(({ id }) => `tenant '${id}' has no database`);
            expect(lacking(resources.filter(({ type }) => !type.includes("sql")))).toEqual(tenants.sort());
        },
    );
});
