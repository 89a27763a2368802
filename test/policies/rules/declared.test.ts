import type { GivenConfig } from "../../../policies/config";
import { type ExternalTest, TEST_KINDS, TEST_TARGETS } from "../../../policies/declared";
import { ExampleStack, urnOf } from "../example-stack";

const stack = new ExampleStack().plus("pulumi:pulumi:Stack", "figlo-advisor-productie", {});
const URN = urnOf("pulumi:pulumi:Stack", "figlo-advisor-productie");

const found = (rule: string, config: Partial<GivenConfig>) =>
    stack.found(rule, config).map((line) => line.replace("figlo-advisor-productie: ", ""));

const exemption = {
    rule: "sql-db-tde",
    resource: URN,
    reason: "A reason.",
    requester: "Team data",
    approver: "Security officer",
    from: "2026-11-01",
    until: "2026-12-31",
};

describe("exemption-in-order", () => {
    const judged = (changes: object) => found("exemption-in-order", { exemptions: [{ ...exemption, ...changes }] });
    const ABOUT = `the exemption of '${URN}' from 'sql-db-tde'`;

    it("passes one that names a rule and a resource, is short and is approved by somebody else", () => {
        expect(judged({})).toEqual([]);
        expect(judged({ resource: "urn:pulumi:*::figlo-advisor-productie" })).toEqual([]);
        expect(judged({ resource: "urn:*::pulumi:pulumi:Stack::*" })).toEqual([]);
    });

    it.each([
        [{ rule: "no-such-rule" }, `the exemption of '${URN}' from 'no-such-rule' names no rule of the pack`],
        [
            { rule: "exemption-in-order" },
            `the exemption of '${URN}' from 'exemption-in-order' is from a rule that allows none`,
        ],
        [{ resource: "urn:x" }, "the exemption of 'urn:x' from 'sql-db-tde' matches no resource"],
        [{ until: "2027-01-31" }, `${ABOUT} runs for 91 days, more than 90`],
        [{ until: "2026-10-31" }, `${ABOUT} ends before it begins`],
        [{ until: "soon" }, `${ABOUT} runs from '2026-11-01' until 'soon', which are not both dates`],
        [{ approver: " team Data" }, `${ABOUT} is approved by who asked for it`],
        [{ approver: "Team  data" }, `${ABOUT} is approved by who asked for it`],
        [{ approver: "" }, `${ABOUT} says no approver`],
        [{ requester: " " }, `${ABOUT} says no requester`],
        [{ reason: " " }, `${ABOUT} says no reason`],
        [{ resource: "**" }, "the exemption of '**' from 'sql-db-tde' names no resource, but all of a stack"],
        [
            { resource: "urn:pulumi:productie::figlo-advisor::*" },
            "the exemption of 'urn:pulumi:productie::figlo-advisor::*' from 'sql-db-tde' names no resource, but all of a stack",
        ],
    ])("reports %j", (changes, message) => {
        expect(judged(changes)).toEqual([message]);
    });

    it("counts rows that follow one another as one, however they are ordered", () => {
        const rows = [
            { ...exemption, from: "2027-01-01", until: "2027-02-28" },
            exemption,
            { ...exemption, from: "2027-03-01", until: "2027-04-30" },
        ];
        const long = (from: string, days: number) =>
            `${ABOUT} goes on from ${from}, ${days} days with those before it, more than 90`;
        expect(found("exemption-in-order", { exemptions: rows })).toEqual([
            long("2026-11-01", 119),
            long("2026-11-01", 180),
        ]);
        const apart = [exemption, { ...exemption, from: "2027-02-01", until: "2027-04-30" }];
        expect(found("exemption-in-order", { exemptions: apart })).toEqual([]);
    });

    it("lets nobody exempt from itself", () => {
        const self = { ...exemption, rule: "exemption-in-order" };
        expect(found("exemption-in-order", { exemptions: [self, { ...self, rule: "nothing" }] })).toHaveLength(2);
    });
});

describe("declaration-not-expired", () => {
    const declaration = { where: "sql.firewall", what: "the address 'office'", until: "2026-11-23", measures: [10] };

    it("passes what ends today, and reports it the day after", () => {
        expect(found("declaration-not-expired", { declarations: [declaration] })).toEqual([]);
        expect(found("declaration-not-expired", { declarations: [declaration], today: "2026-11-24" })).toEqual([
            "sql.firewall: the address 'office' ended on 2026-11-23",
        ]);
    });

    it("reports a review that was due, and one of a day that is still to come", () => {
        const review = { where: "access.yaml", what: "the review of 'support'", until: "2026-12-14", measures: [2] };
        const judged = (done: string, today: string) =>
            found("declaration-not-expired", { declarations: [{ ...review, done }], today });
        expect(judged("2026-11-23", "2026-11-23")).toEqual([]);
        expect(judged("2026-09-15", "2026-12-15")).toEqual([
            "access.yaml: the review of 'support' was due on 2026-12-14",
        ]);
        expect(judged("2026-11-24", "2026-11-23")).toEqual([
            "access.yaml: the review of 'support' is dated 2026-11-24, which is still to come",
        ]);
    });

    it("reports an exemption that is over", () => {
        expect(found("declaration-not-expired", { exemptions: [exemption], today: "2027-01-01" })).toEqual([
            "exemptions.yaml: the exemption from 'sql-db-tde' ended on 2026-12-31",
        ]);
    });
});

describe("access-not-standing", () => {
    const standingRights = [{ group: "figlo-advisor-support", scope: "sql" }];

    it("reports each in productie, and nothing elsewhere", () => {
        expect(found("access-not-standing", { standingRights })).toEqual([
            "access.yaml: 'figlo-advisor-support' has standing rights on 'sql'",
        ]);
        expect(found("access-not-standing", { standingRights, environment: "acceptatie" })).toEqual([]);
    });
});

describe("pentest-evidence-fresh", () => {
    const all: readonly ExternalTest[] = TEST_KINDS.flatMap((testKind) =>
        TEST_TARGETS.map((target) => ({ testKind, target, date: "2026-01-10", until: "2027-01-09", openCritical: 0 })),
    );
    const [first, ...others] = all as readonly [ExternalTest, ...ExternalTest[]];
    const judged = (...externalTests: readonly ExternalTest[]) => found("pentest-evidence-fresh", { externalTests });
    const MISSING = "undecided, no external test of the last 365 days is attested: hack-test of the application";

    it("passes where every kind was done on both targets within a year", () => {
        expect(judged(...all)).toEqual([]);
    });

    it("leaves a program alone that brings no list at all, and knows nothing from an empty one", () => {
        expect(found("pentest-evidence-fresh", {})).toEqual([]);
        expect(judged()[0]).toContain("undecided, no external test");
    });

    it.each([
        ["is missing", []],
        ["is 366 days old", [{ ...first, date: "2025-11-22" }]],
        ["counts no longer", [{ ...first, until: "2026-11-22" }]],
        ["lies ahead", [{ ...first, date: "2026-11-24" }]],
        ["has no date", [{ ...first, date: "last year" }]],
    ])("does not know when a test %s", (_, tests) => {
        expect(judged(...tests, ...others)).toEqual([MISSING]);
    });

    it("reports critical findings that are open after the newest test", () => {
        const open = { ...first, openCritical: 2 };
        expect(judged(open, ...others)).toEqual(["critical findings of the hack-test of the application are open: 2"]);
        expect(judged(open, { ...first, date: "2026-03-01" }, ...others)).toEqual([]);
    });

    it("counts a test on the 365th day", () => {
        expect(judged({ ...first, date: "2025-11-23" }, ...others)).toEqual([]);
    });
});

describe("in a plan that leaves the stack itself out", () => {
    const without = new ExampleStack().plus("sql:Server", "first", {}).plus("sql:Server", "second", {});

    it.each<[string, Partial<GivenConfig>]>([
        [
            "exemption-in-order",
            { exemptions: [{ ...exemption, resource: urnOf("azure-native:sql:Server", "second"), approver: "" }] },
        ],
        ["declaration-not-expired", { exemptions: [exemption], today: "2027-01-01" }],
        ["access-not-standing", { standingRights: [{ group: "figlo-advisor-support", scope: "sql" }] }],
        ["pentest-evidence-fresh", { externalTests: [] }],
    ])("%s speaks once, of the first resource", (rule, config) => {
        expect(without.found(rule, config)).toEqual([expect.stringMatching(/^first: /)]);
    });
});
