import type { Accepted } from "../../scan/accepted";
import type { ScanFinding } from "../../scan/checkov-report";
import { compare } from "../../scan/compare";
import type { ExportedResource } from "../../scan/exported-resources";

const SITE: ExportedResource = {
    file: "test/rg-example.json",
    kind: "Microsoft.Web/sites",
    name: "app-front-end",
    tags: { dataClass: "none" },
};

const FINDING: ScanFinding = {
    check: "CKV_AZURE_17",
    title: "Ensure the web app has client certificates",
    file: "test/rg-example.json",
    resource: "Microsoft.Web/sites.app-front-end",
    guideline: "https://example.com/guideline",
};

const ENTRY: Accepted = {
    checks: ["CKV_AZURE_17"],
    kind: "Microsoft.Web/sites",
    names: ["*"],
    tags: {},
    environments: ["test"],
    reason: "Browsers have no client certificates.",
    rules: [],
};

const FINE = { unaccepted: [], unmatched: [] };

describe("a finding", () => {
    it("is accepted by an entry with its check, kind and environment", () => {
        expect(compare([FINDING], [ENTRY], [SITE])).toEqual(FINE);
    });

    it.each<[string, Partial<Accepted>]>([
        ["another check", { checks: ["CKV_AZURE_18"] }],
        ["another kind", { kind: "Microsoft.Web/sites/config" }],
        ["another name", { names: ["app-back-end"] }],
        ["a part of its name", { names: ["front-end"] }],
        ["a name with other letters where it has a dot", { names: ["app.front.end"] }],
        ["another environment", { environments: ["productie"] }],
        ["a tag that it does not have", { tags: { publicFrontEnd: "declared" } }],
        ["another value of a tag", { tags: { dataClass: "customer" } }],
    ])("is not accepted by an entry for %s", (_, changes) => {
        expect(compare([FINDING], [{ ...ENTRY, ...changes }], [SITE]).unaccepted).toEqual([FINDING]);
    });

    it.each<[string, Partial<Accepted>]>([
        ["its name", { names: ["app-front-end"] }],
        ["a pattern of its name", { names: ["app-*-end"] }],
        ["a tag that it has", { tags: { dataClass: "none" } }],
    ])("is accepted by an entry for %s", (_, changes) => {
        expect(compare([FINDING], [{ ...ENTRY, ...changes }], [SITE])).toEqual(FINE);
    });

    it("is not accepted without any entry", () => {
        expect(compare([FINDING], [], [SITE])).toEqual({ unaccepted: [FINDING], unmatched: [] });
    });

    it("is not accepted when it is about something that was not exported", () => {
        expect(compare([FINDING], [ENTRY], []).unaccepted).toEqual([FINDING]);
    });

    it("is not accepted by the resource of the same name in another file", () => {
        const elsewhere = { ...SITE, file: "test/rg-other.json" };
        expect(compare([FINDING], [ENTRY], [elsewhere]).unaccepted).toEqual([FINDING]);
    });
});

describe("an entry", () => {
    it("is unmatched when nothing is found", () => {
        expect(compare([], [ENTRY], [SITE]).unmatched).toEqual([
            { entry: 1, check: "CKV_AZURE_17", kind: "Microsoft.Web/sites", name: "*", environment: "test" },
        ]);
    });

    it.each<[string, Partial<Accepted>, object]>([
        ["check", { checks: ["CKV_AZURE_17", "CKV_AZURE_18"] }, { check: "CKV_AZURE_18" }],
        ["name", { names: ["*", "app-back-end"] }, { name: "app-back-end" }],
        ["environment", { environments: ["test", "productie"] }, { environment: "productie" }],
    ])("is unmatched for a %s of several that nothing has", (_, changes, unmatched) => {
        const { unmatched: found } = compare([FINDING], [{ ...ENTRY, ...changes }], [SITE]);
        expect(found).toEqual([expect.objectContaining(unmatched)]);
    });

    it("is told by its position in the file", () => {
        const second = { ...ENTRY, checks: ["CKV_AZURE_18"] };
        expect(compare([FINDING], [ENTRY, second], [SITE]).unmatched).toEqual([expect.objectContaining({ entry: 2 })]);
    });
});
