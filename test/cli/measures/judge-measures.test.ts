import { type Judged, judgeMeasures } from "../../../cli/measures/judge-measures";
import type { Finding } from "../../../policies/model";
import type { Attestation } from "../../../stacks/settings/data-files";

const finding = (changes: Partial<Finding> = {}): Finding => ({
    rule: "web-https-only",
    level: "mandatory",
    verdict: "violated",
    urn: "urn:pulumi:productie::figlo-advisor::azure-native:web:WebApp::site",
    message: "httpsOnly is not set",
    remedy: "Set it.",
    measures: [9],
    ...changes,
});

const hashing: Attestation = {
    kind: "password-hashing",
    statement: "Hashed.",
    algorithm: "argon2id",
    cost: "64 MiB",
    date: "2026-06-01",
    until: "2027-06-01",
    by: "lead developer",
};

const judged = (changes: Partial<Judged> = {}) =>
    judgeMeasures({
        findings: [],
        rules: { 5: ["eu-allowed-locations"], 7: ["sql-db-tde"], 9: ["web-https-only", "web-min-tls-12"] },
        attestations: [hashing],
        today: "2026-11-23",
        ...changes,
    });

describe("judgeMeasures", () => {
    it("judges all fourteen", () => {
        expect(Object.keys(judged())).toHaveLength(14);
    });

    it("finds a measure met when its rules hold and nothing is missing", () => {
        expect(judged()["9"]).toEqual({
            verdict: "met",
            basis: ["plan"],
            evidence: ["holds in the plan: web-https-only, web-min-tls-12"],
        });
    });

    it("finds it violated whatever the level of the finding", () => {
        for (const level of ["mandatory", "advisory"] as const) {
            expect(judged({ findings: [finding({ level })] })["9"]).toEqual({
                verdict: "violated",
                basis: ["plan"],
                evidence: ["holds in the plan: web-min-tls-12", "violated in the plan: web-https-only"],
            });
        }
    });

    it("finds it undecided when a rule cannot know", () => {
        const { verdict, evidence } = judged({ findings: [finding({ verdict: "undecided" })] })["9"] ?? {};
        expect(verdict).toBe("undecided");
        expect(evidence).toContain("undecided in the plan: web-https-only");
    });

    it("rests on the plan and on a statement that is in force", () => {
        expect(judged()["7"]).toEqual({
            verdict: "met",
            basis: ["plan", "attestation"],
            evidence: [
                "holds in the plan: sql-db-tde",
                "attested: how the application hashes passwords (by the lead developer, until 2027-06-01)",
            ],
        });
    });

    it.each([
        ["has expired", "2027-06-02"],
        ["is not in force yet", "2026-05-31"],
    ])("is undecided when the statement %s, and says when it holds", (_what, today) => {
        const { verdict, evidence } = judged({ today })["7"] ?? {};
        expect(verdict).toBe("undecided");
        expect(evidence?.join()).toContain("the one on file holds from 2026-06-01 until 2027-06-01");
    });

    it("counts a statement on its first and its last day", () => {
        expect(judged({ today: "2026-06-01" })["7"]?.verdict).toBe("met");
        expect(judged({ today: "2027-06-01" })["7"]?.verdict).toBe("met");
    });

    it("is undecided when there is nothing to rest on", () => {
        expect(judged({ rules: {} })["9"]).toEqual({ verdict: "undecided", basis: [], evidence: [] });
    });

    it("is undecided where a part of the measure is not built yet, and says which", () => {
        const { verdict, evidence } = judged({ rules: { 1: ["otap-required-tags"] } })["1"] ?? {};
        expect(verdict).toBe("undecided");
        expect(evidence?.join()).toContain("not yet: ");
    });

    it("does not count an external test whose critical findings are open", () => {
        const test = (critical: number): Attestation => ({
            kind: "external-test",
            id: "hack-test-2026",
            testKind: "hack-test",
            target: "application",
            party: "Waterkant Security",
            reportDigest: "sha256:00",
            openFindings: { critical, high: 0, medium: 0, low: 0 },
            date: "2026-06-01",
            until: "2027-06-01",
            by: "security officer",
        });
        const evidence = (critical: number) => judged({ attestations: [test(critical)] })["3"]?.evidence[0];
        expect(evidence(0)).toBe(
            "attested: external hack-test of the application (by the security officer, until 2027-06-01)",
        );
        expect(evidence(2)).toBe(
            "attestation does not count: external hack-test of the application; 2 critical findings of it are open",
        );
    });
});
