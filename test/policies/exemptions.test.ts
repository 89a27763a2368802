import type { GivenConfig } from "../../policies/config";
import type { Exemption } from "../../policies/declared";
import { evaluate } from "../../policies/evaluate";
import { covers } from "../../policies/exemptions";
import { compliant } from "./compliant-stack";
import { TODAY, UNKNOWN, urnOf } from "./example-stack";

const SERVER = urnOf("azure-native:sql:Server", "server");
const oldTls = compliant().set("server", "minimalTlsVersion", "1.0");

const exemption = (changes: Partial<Exemption> = {}): Exemption => ({
    rule: "sql-server-min-tls-12",
    resource: SERVER,
    reason: "An old client is replaced.",
    requester: "Team data",
    approver: "Security officer",
    from: "2026-11-01",
    until: "2026-12-31",
    ...changes,
});

const found = (changes: Partial<Exemption>, config: Partial<GivenConfig> = {}) =>
    evaluate(oldTls.resources, { today: TODAY, exemptions: [exemption(changes)], ...config }).filter(
        ({ rule }) => rule === "sql-server-min-tls-12",
    );

describe("an exemption in force", () => {
    it("turns a finding into advice that stays violated, and says until when, by whom and why", () => {
        expect(found({})).toEqual([
            expect.objectContaining({
                level: "advisory",
                verdict: "violated",
                message:
                    "minimalTlsVersion is '1.0' (exempted until 2026-12-31 by Security officer: An old client is replaced.)",
                exemption: exemption(),
            }),
        ]);
    });

    it("turns what is undecided into advice as well", () => {
        const stack = compliant().set("server", "minimalTlsVersion", UNKNOWN);
        const [finding] = evaluate(stack.resources, { today: TODAY, exemptions: [exemption()] });
        expect(finding).toMatchObject({ level: "advisory", verdict: "undecided" });
    });

    it.each([
        ["another rule", { rule: "sql-server-entra-admin" }],
        ["another resource", { resource: urnOf("azure-native:sql:Server", "other") }],
        ["a day before it begins", { from: "2026-11-24" }],
        ["a day after it ends", { until: "2026-11-22" }],
        ["more than 90 days", { from: "2026-01-01" }],
        ["dates that are none", { until: "2026-99-99" }],
    ])("leaves the finding mandatory for %s", (_, changes) => {
        expect(found(changes)).toEqual([expect.objectContaining({ level: "mandatory" })]);
    });

    it("counts on its first and on its last day", () => {
        for (const today of ["2026-11-01", "2026-12-31"]) {
            expect(found({}, { today })).toEqual([expect.objectContaining({ level: "advisory" })]);
        }
    });
});

describe("a pattern", () => {
    it.each([
        ["urn:pulumi:a::b::c::d", true],
        ["urn:*::d", true],
        ["*", true],
        ["urn:pulumi:a::*::c::*", true],
        ["urn:pulumi:a::b::c::d*", true],
        ["urn:pulumi:a::b::c", false],
        ["urn:*::e", false],
        ["urn:pulumi:a::b::*b::c::d", false],
        ["urn:pulumi:a::b::c::d*d", false],
        ["URN:*", false],
    ])("%s covers the resource: %s", (resource, expected) => {
        expect(covers(exemption({ resource }), "urn:pulumi:a::b::c::d")).toBe(expected);
    });
});
