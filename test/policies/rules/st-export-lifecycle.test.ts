import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

const found = (stack: ExampleStack) => stack.found("st-export-lifecycle");

const RULES = "policy.rules";
const definition = {
    filters: { blobTypes: ["blockBlob"], prefixMatch: ["exports/"] } as Record<string, unknown> | null | undefined,
    actions: {
        baseBlob: { delete: { daysAfterModificationGreaterThan: 7 } as Record<string, unknown> },
        version: { delete: { daysAfterCreationGreaterThan: 7 } as Record<string, unknown> | undefined },
    },
};

/** The export store with one rule, changed. */
const rule = (change: Partial<typeof definition>, enabled: unknown = true): ExampleStack =>
    compliant().set("outbox-cleaning", RULES, [{ enabled, definition: { ...definition, ...change } }]);
const filtered = (filters: Record<string, unknown> | null | undefined) => found(rule({ filters }));
const deleted = (base: Record<string, unknown>, version?: Record<string, unknown>) =>
    found(rule({ actions: { baseBlob: { delete: base }, version: { delete: version } } }));

const KEPT = ["exports: no lifecycle rule deletes what is in it within 30 days"];
const VERSIONS_KEPT = ["exports: no lifecycle rule deletes versions of what was in it within 30 days"];

describe("st-export-lifecycle", () => {
    it("reports a container for exports whose account has no policy", () => {
        expect(found(compliant().without("outbox-cleaning"))).toEqual(KEPT);
    });

    it("passes rules for the whole account, and for a beginning of the container's name", () => {
        expect(filtered(undefined)).toEqual([]);
        expect(filtered(null)).toEqual([]);
        expect(filtered({ blobTypes: ["blockBlob"] })).toEqual([]);
        expect(filtered({ blobTypes: ["blockBlob", "appendBlob"], prefixMatch: ["others/", "exp"] })).toEqual([]);
    });

    it.each([
        ["a part of the container", { blobTypes: ["blockBlob"], prefixMatch: ["exports/old/"] }],
        ["another container", { blobTypes: ["blockBlob"], prefixMatch: ["export/"] }],
        ["no beginning at all", { blobTypes: ["blockBlob"], prefixMatch: [""] }],
        ["append blobs", { blobTypes: ["appendBlob"] }],
        ["nothing", {}],
        ["tagged files", { blobTypes: ["blockBlob"], blobIndexMatch: [{ name: "old", op: "==", value: "yes" }] }],
    ])("does not count a rule for %s", (_, filters) => {
        expect(filtered(filters)).toEqual(KEPT);
    });

    it.each([
        [false, "false"],
        ["true", "'true'"],
        [undefined, "not set"],
    ])("does not count a rule of which enabled is %p, and says so", (enabled, shown) => {
        const stack = compliant().set("outbox-cleaning", RULES, [{ enabled, definition }]);
        expect(found(stack)).toEqual([`${KEPT}, and of one of its rules enabled is ${shown}`]);
    });

    it("counts from a file's creation or last change, and not from its last access", () => {
        const version = { daysAfterCreationGreaterThan: 0 };
        expect(deleted({ daysAfterCreationGreaterThan: 30 }, version)).toEqual([]);
        expect(deleted({ daysAfterModificationGreaterThan: 30 }, version)).toEqual([]);
        expect(deleted({ daysAfterModificationGreaterThan: 31 }, version)).toEqual(KEPT);
        expect(deleted({ daysAfterModificationGreaterThan: "7" }, version)).toEqual(KEPT);
        expect(deleted({ daysAfterLastAccessTimeGreaterThan: 7 }, version)).toEqual(KEPT);
    });

    it("wants earlier versions deleted too where the account keeps them", () => {
        const base = { daysAfterModificationGreaterThan: 7 };
        expect(deleted(base)).toEqual(VERSIONS_KEPT);
        expect(deleted(base, { daysAfterCreationGreaterThan: 365 })).toEqual(VERSIONS_KEPT);
        const unversioned = rule({ actions: { baseBlob: { delete: base }, version: { delete: undefined } } });
        expect(found(unversioned.set("outbox-recovery", "isVersioningEnabled", false))).toEqual([]);
    });

    it.each(["export-k7f3", "dataexport", "exporten-2026", "exported", "exported-data"])(
        "knows %s for a container of exports",
        (name) => {
            expect(found(compliant().set("exports", "containerName", name))).toHaveLength(1);
        },
    );

    it("knows one by its metadata, or by its account's name", () => {
        const plain = compliant().set("exports", "containerName", "files");
        expect(found(plain)).toEqual([]);
        expect(found(plain.set("exports", "metadata", { purpose: "Export" }))).toHaveLength(1);
        expect(found(plain.set("outbox", "accountName", "stfigloexportprd"))).toHaveLength(1);
    });

    it("leaves a program that exports alone", () => {
        const stack = compliant().set("exports", "containerName", "exporter-releases").without("outbox-cleaning");
        expect(found(stack)).toEqual([]);
    });

    it("is undecided while it is not known what a rule is about, or whose the container is", () => {
        expect(filtered({ blobTypes: ["blockBlob"], prefixMatch: [UNKNOWN] })).toEqual([
            expect.stringMatching(/^exports: undecided, .* is not known before deployment$/),
        ]);
        expect(found(compliant().without("outbox"))).toEqual([
            "exports: undecided, its storage account is not in the plan",
        ]);
    });
});
