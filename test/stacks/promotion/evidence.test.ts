import { endingEvidence, expiredEvidence } from "../../../stacks/promotion/evidence";
import type { Attestation, Exemption } from "../../../stacks/settings/data-files";
import type { EnvironmentData, Loaded } from "../../../stacks/settings/load-environment";
import type { Settings } from "../../../stacks/settings/settings";
import { street, TODAY } from "../../street";

const FILE = "stacks/data/productie/attestations.yaml";
const { productie } = street();

/** Productie with nothing that ends but its attestations; a test adds one thing. */
const quiet = (data: Partial<EnvironmentData> = {}, settings: Partial<Settings> = {}): Loaded => ({
    ...productie,
    settings: {
        ...productie.settings,
        sql: { ...productie.settings.sql, firewall: [] },
        testWindow: undefined,
        ...settings,
    },
    data: { ...productie.data, access: [], tenants: [], exemptions: [], ...data },
});

type ExternalTest = Extract<Attestation, { kind: "external-test" }>;

const isHackTest = (one: Attestation): one is ExternalTest =>
    one.kind === "external-test" && one.testKind === "hack-test" && one.target === "application";
const others = productie.data.attestations.filter((one) => !isHackTest(one));

const hackTest = (changes: Partial<ExternalTest> = {}): ExternalTest => ({
    ...(productie.data.attestations.find(isHackTest) as ExternalTest),
    ...changes,
});

/** What stops a promotion when the hack tests are these. */
const withHackTests = (...tests: readonly ExternalTest[]) =>
    expiredEvidence(quiet({ attestations: [...others, ...tests] }), TODAY);

const withoutKind = (kind: Attestation["kind"]) =>
    expiredEvidence(quiet({ attestations: productie.data.attestations.filter((one) => one.kind !== kind) }), TODAY);

const exemption = (until: string): Exemption => ({
    rule: "web-min-tls-12",
    resource: "urn:pulumi:productie::figlo-advisor::*::front-end",
    reason: "An old scanner of a customer.",
    requester: "Team web",
    approver: "Security officer",
    from: "2026-09-01",
    until,
});

describe("expiredEvidence", () => {
    it("finds nothing in the example data on the day for which it is made", () => {
        expect(expiredEvidence(productie, TODAY)).toEqual([]);
    });

    it("names every test, report and statement that is missing, with what to do and where", () => {
        const found = expiredEvidence(quiet({ attestations: [] }), TODAY);
        expect(found).toHaveLength(8 + 5 + 5);
        expect(found[0]).toBe(
            `external hack-test of the application: none is on file; have an outside party do it and put its report in ${FILE}`,
        );
        expect(found).toContain(
            `Microsoft's SOC 1 report: none is on file; take the newest from Microsoft's Service Trust Portal and put it in ${FILE}`,
        );
        expect(found).toContain(
            `joiners and leavers: none is on file; have it stated anew and put the statement in ${FILE}`,
        );
    });

    it("stops at a test that is over, and says since when", () => {
        expect(withHackTests(hackTest({ date: "2025-11-01", until: "2026-11-01" }))).toEqual([
            `external hack-test of the application: the last one counted until 2026-11-01; have an outside party do it and put its report in ${FILE}`,
        ]);
    });

    it("counts a test for 365 days, whatever its own end says", () => {
        expect(withHackTests(hackTest({ date: "2025-11-23", until: "2026-11-30" }))).toEqual([]);
        expect(withHackTests(hackTest({ date: "2025-11-22", until: "2026-11-30" }))).toHaveLength(1);
    });

    it("does not count a test of tomorrow", () => {
        expect(withHackTests(hackTest({ date: "2026-11-24", until: "2027-11-01" }))).toEqual([
            `external hack-test of the application: the one on file counts from 2026-11-24; have an outside party do it and put its report in ${FILE}`,
        ]);
    });

    it("takes a later test for an earlier one that is over", () => {
        expect(withHackTests(hackTest({ date: "2025-06-01", until: "2026-06-01" }), hackTest())).toEqual([]);
    });

    it("stops at critical findings that the newest test leaves open, and at no others", () => {
        const open = { critical: 2, high: 0, medium: 0, low: 0 };
        const found = withHackTests(hackTest({ date: "2026-10-01", openFindings: open }));
        expect(found).toEqual([
            `external hack-test of the application: 2 critical findings are open since 2026-10-01; mend what was found, have it tested again and put the report in ${FILE}`,
        ]);
        expect(withHackTests(hackTest({ date: "2026-08-01", openFindings: open }), hackTest())).toEqual([]);
        expect(withHackTests(hackTest({ openFindings: { ...open, critical: 0, high: 9 } }))).toEqual([]);
    });

    it.each([
        "application-roles",
        "joiners-leavers",
        "tenant-separation",
        "session-handling",
        "password-hashing",
    ] as const)("needs a statement of %s", (kind) => {
        expect(withoutKind(kind)).toHaveLength(1);
    });

    it("needs a report on each of the five standards", () => {
        expect(withoutKind("hosting-certificate").map((sentence) => sentence.split(" report")[0])).toEqual(
            ["ISO 27001", "HIPAA", "FedRAMP", "SOC 1", "SOC 2"].map((standard) => `Microsoft's ${standard}`),
        );
    });

    it("stops at an exemption past its last day, and not on it", () => {
        expect(expiredEvidence(quiet({ exemptions: [exemption("2026-11-22")] }), TODAY)).toEqual([
            "exemptions.yaml: the exemption from 'web-min-tls-12' of urn:pulumi:productie::figlo-advisor::*::front-end ended on 2026-11-22; repair what it excused, and remove it",
        ]);
        expect(expiredEvidence(quiet({ exemptions: [exemption(TODAY)] }), TODAY)).toEqual([]);
    });

    it("stops at a declaration and at a review past their day, each once", () => {
        const [row] = productie.data.access.filter(({ role }) => role === "security-tester");
        const past = { ...row, until: "2026-11-20", reviewed: "2026-08-01", reviewEveryDays: 90 } as typeof row &
            object;
        expect(expiredEvidence(quiet({ access: [past, { ...past, scope: "logs" }] }), TODAY)).toEqual([
            "access.yaml: access of 'figlo-advisor-red-team' ended on 2026-11-20; remove it, or have a later date reviewed",
            "access.yaml: the review of 'figlo-advisor-red-team' was due on 2026-10-30; have the owner confirm it, and write the date",
        ]);
    });

    it("stops at a review of a day that is still to come", () => {
        const [first] = productie.data.access;
        const ahead = { ...first, until: undefined, reviewed: "2062-09-15" } as typeof first & object;
        expect(expiredEvidence(quiet({ access: [ahead] }), TODAY)).toEqual([
            "access.yaml: the review of 'figlo-advisor-release-managers' is dated 2062-09-15, which is still to come; write the day on which it was done",
        ]);
        expect(expiredEvidence(quiet({ access: [{ ...ahead, reviewed: TODAY }] }), TODAY)).toEqual([]);
    });

    it("stops at a test window that is past", () => {
        const settings = { testWindow: productie.settings.testWindow };
        expect(expiredEvidence(quiet({}, settings), "2026-12-19")).toEqual([
            "testWindow: the test window of Waterkant Security ended on 2026-12-18; remove it, or have a later date reviewed",
        ]);
    });
});

describe("endingEvidence", () => {
    const ending = (loaded: Loaded, today = TODAY) => endingEvidence(loaded, today).map(({ sentence }) => sentence);
    const hackTests = (...tests: readonly ExternalTest[]) => quiet({ attestations: [...others, ...tests] });

    it("tells 60 days ahead that a test ends, with its measure and what to do", () => {
        const soon = hackTests(hackTest({ date: "2026-01-22", until: "2027-01-22" }));
        expect(endingEvidence(soon, TODAY)).toEqual([
            {
                measures: [3],
                until: "2027-01-22",
                sentence:
                    "external hack-test of the application ends on 2027-01-22; have an outside party do it and put its report in attestations.yaml",
            },
        ]);
        expect(ending(soon, "2026-11-22")).toEqual([]);
    });

    it("is silent where a later test is on file already, and when it is over", () => {
        const old = hackTest({ date: "2025-12-01", until: "2026-12-01" });
        expect(ending(hackTests(old))).toHaveLength(1);
        expect(ending(hackTests(old, hackTest()))).toEqual([]);
        expect(ending(hackTests(old), "2026-12-02")).toEqual([]);
    });

    it("tells of a report on the hosting unless another one covers as much", () => {
        const [report] = productie.data.attestations.filter((one) => one.kind === "hosting-certificate");
        const soon = { ...report, until: "2026-12-31" } as Extract<Attestation, { kind: "hosting-certificate" }>;
        const rest = productie.data.attestations.filter((one) => one !== report);
        const next = { ...soon, date: "2026-10-01", until: "2027-10-01" };
        expect(ending(quiet({ attestations: [...rest, soon] }))).toHaveLength(1);
        expect(ending(quiet({ attestations: [...rest, soon, next] }))).toEqual([]);
        expect(ending(quiet({ attestations: [...rest, soon, { ...next, regions: ["westeurope"] }] }))).toHaveLength(1);
    });

    it("tells of a review 14 days ahead: one that holds for 30 would be told of all the time", () => {
        const row = { ...productie.data.access[0], until: undefined, reviewed: "2026-09-08", reviewEveryDays: 90 };
        const loaded = quiet({ access: [row as (typeof productie.data.access)[number]] });
        const sentence = "access.yaml: the review of 'figlo-advisor-release-managers' is due on 2026-12-07";
        expect(ending(loaded, TODAY)).toEqual([sentence]);
        expect(ending(loaded, "2026-11-22")).toEqual([]);
    });

    it("puts what ends first before the rest", () => {
        const { testWindow } = productie.settings;
        expect(ending(quiet({ exemptions: [exemption("2026-11-24")] }, { testWindow }))).toEqual([
            "exemptions.yaml: the exemption from 'web-min-tls-12' of urn:pulumi:productie::figlo-advisor::*::front-end ends on 2026-11-24",
            "testWindow: the test window of Waterkant Security ends on 2026-12-18",
        ]);
    });
});
