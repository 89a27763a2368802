import { packSettings } from "../../../cli/preview/pack-settings";
import type { GivenConfig } from "../../../policies/config";
import { evaluate } from "../../../policies/evaluate";
import type { ResourceInput } from "../../../policies/model";
import { street } from "../../street";
import { TODAY } from "../example-stack";

const YESTERDAY = "2026-11-22";
const {
    declarations = [],
    externalTests = [],
    exemptions = [],
    standingRights = [],
} = packSettings(street().productie);

const stack: ResourceInput = {
    urn: "urn:pulumi:productie::figlo-advisor::pulumi:pulumi:Stack::figlo-advisor-productie",
    type: "pulumi:pulumi:Stack",
    name: "figlo-advisor-productie",
    inputs: {},
    custom: false,
};

const without = <T>(rows: readonly T[], index: number): readonly T[] => rows.filter((_, other) => other !== index);
const withRow = <T>(rows: readonly T[], index: number, change: Partial<T>): readonly T[] =>
    rows.map((row, other) => (other === index ? { ...row, ...change } : row));

const found = (changed: Partial<GivenConfig>): readonly string[] => {
    const given = { environment: "productie", declarations, externalTests, exemptions, standingRights } as const;
    return evaluate([stack], { ...given, today: TODAY, ...changed })
        .map(({ rule }) => rule)
        .filter((rule) => !BY_RESOURCES.includes(rule));
};

/** What a plan of nothing but a stack lacks. */
const BY_RESOURCES = evaluate([stack], { environment: "productie", today: TODAY }).map(({ rule }) => rule);

const exemption = {
    rule: "web-https-only",
    resource: stack.urn,
    reason: "A trial of the reports.",
    requester: "anna@figlo.example",
    approver: "bert@figlo.example",
    from: "2026-11-01",
    until: "2026-12-01",
};

/** What the files of productie declare is no input of a resource, and is broken apart: each row, in each way. */
describe("what productie declares, broken in one place at a time", () => {
    it("finds nothing in it as it is", () => {
        expect(found({})).toEqual([]);
    });

    it.each(declarations.map(({ where, what }, index) => ({ where, what, index })))(
        "has a finding when $what of $where has ended",
        ({ index }) => {
            expect(found({ declarations: withRow(declarations, index, { until: YESTERDAY }) })).toEqual([
                "declaration-not-expired",
            ]);
        },
    );

    describe.each(externalTests.map(({ testKind, target }, index) => ({ testKind, target, index })))(
        "the $testKind of the $target",
        ({ index }) => {
            it.each([
                ["left out", without(externalTests, index)],
                ["of two years ago", withRow(externalTests, index, { date: "2024-11-23" })],
                ["of tomorrow", withRow(externalTests, index, { date: "2026-11-24" })],
                ["no longer valid", withRow(externalTests, index, { until: YESTERDAY })],
                ["with something critical open", withRow(externalTests, index, { openCritical: 1 })],
            ])("has a finding when it is %s", (_, changed) => {
                expect(found({ externalTests: changed })).toEqual(["pentest-evidence-fresh"]);
            });
        },
    );

    it("has a finding for a right that is always there", () => {
        expect(found({ standingRights: [{ group: "everybody", scope: "web" }] })).toEqual(["access-not-standing"]);
    });

    it.each([
        ["of a rule that is none", { rule: "no-such-rule" }],
        ["from the rule about exemptions", { rule: "exemption-in-order" }],
        ["of a resource that is none", { resource: "urn:pulumi:productie::other::*" }],
        ["without dates", { from: "soon", until: "later" }],
        ["for half a year", { until: "2027-05-01" }],
        ["that ends before it begins", { until: "2026-10-01" }],
        ["that its requester approves", { approver: "Anna@figlo.example " }],
    ])("has a finding for an exemption %s", (_, change) => {
        expect(found({ exemptions: [{ ...exemption, ...change }] })).toContain("exemption-in-order");
        expect(found({ exemptions: [exemption] })).toEqual([]);
    });
});
