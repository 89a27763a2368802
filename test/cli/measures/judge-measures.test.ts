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
    cost: "memory 64 MiB, 3 passes, 4 lanes",
    date: "2026-06-01",
    until: "2027-06-01",
    by: "lead developer",
};

const judged = (changes: Partial<Judged> = {}) =>
    judgeMeasures({
        findings: [],
        rules: { 5: ["eu-allowed-locations"], 7: ["sql-db-tde"], 9: ["web-https-only", "web-min-tls-12"] },
        attestations: [hashing],
        used: [],
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
        expect(evidence?.join()).toContain("the last one on file holds from 2026-06-01 until 2027-06-01");
    });

    it("speaks of the one that held longest where several have expired", () => {
        const older = { ...hashing, date: "2025-06-01", until: "2026-05-31" };
        const evidence = judged({ attestations: [older, hashing], today: "2027-06-02" })["7"]?.evidence.join();
        expect(evidence).toContain("the last one on file holds from 2026-06-01 until 2027-06-01");
    });

    it("counts a statement on its first and its last day", () => {
        expect(judged({ today: "2026-06-01" })["7"]?.verdict).toBe("met");
        expect(judged({ today: "2027-06-01" })["7"]?.verdict).toBe("met");
    });

    it("is undecided when there is nothing to rest on", () => {
        expect(judged({ rules: {} })["9"]).toEqual({ verdict: "undecided", basis: [], evidence: [] });
    });

    it("is undecided where a part of the measure is not built yet, and says which", () => {
        const { verdict, evidence } = judged({ rules: { 14: ["sql-db-no-prod-copy"] } })["14"] ?? {};
        expect(verdict).toBe("undecided");
        expect(evidence?.join()).toContain("not yet: ");
    });

    describe("of an external test", () => {
        const test = (critical: number, date = "2026-06-01"): Attestation => ({
            kind: "external-test",
            id: `hack-test-${date}`,
            testKind: "hack-test",
            target: "application",
            party: "Waterkant Security",
            reportDigest: "sha256:00",
            openFindings: { critical, high: 0, medium: 0, low: 0 },
            date,
            until: "2027-06-01",
            by: "security officer",
        });
        const third = (...attestations: Attestation[]) => judged({ attestations })["3"];

        it("counts one without critical findings, and tells what it found and how long it counts", () => {
            expect(third(test(0))?.evidence[0]).toBe(
                "attested: external hack-test of the application (by the security officer, until 2027-06-01): " +
                    "2026-06-01 by Waterkant Security, report 00, open: 0 critical, 0 high, 0 medium, 0 low; 190 days left",
            );
        });

        it("finds the measure violated while critical findings are open", () => {
            expect(third(test(2))).toMatchObject({
                verdict: "violated",
                evidence: expect.arrayContaining([
                    "attestation does not count: external hack-test of the application; 2 critical findings of it are open",
                ]),
            });
        });

        it("goes by the last one: an earlier good one does not hide it, a later good one mends it", () => {
            expect(third(test(0), test(1, "2026-09-01"))?.verdict).toBe("violated");
            expect(third(test(1), test(0, "2026-09-01"))?.verdict).toBe("undecided");
        });
    });

    describe("of the hosting", () => {
        const certificates = (regions: string[]) =>
            (["ISO 27001", "HIPAA", "FedRAMP", "SOC 1", "SOC 2"] as const).map(
                (standard): Attestation => ({
                    kind: "hosting-certificate",
                    standard,
                    party: "Microsoft",
                    services: ["App Service"],
                    regions,
                    date: "2026-03-02",
                    until: "2027-03-01",
                    by: "compliance officer",
                }),
            );
        const used = ["westeurope", "northeurope"].map((region) => ({ service: "App Service", region }));
        const fourth = (attestations: readonly Attestation[], changes: Partial<Judged> = {}) =>
            judged({ attestations, used, ...changes })["4"];

        it("is met when every report covers what the plan uses", () => {
            expect(fourth(certificates(["westeurope", "northeurope"]))?.verdict).toBe("met");
        });

        it("is violated when one does not, and says which report leaves out what", () => {
            const others = certificates(["westeurope", "northeurope"]).slice(1);
            const { verdict, evidence } = fourth([...certificates(["westeurope"]).slice(0, 1), ...others]) ?? {};
            expect(verdict).toBe("violated");
            expect(evidence?.filter((sentence) => !sentence.startsWith("attested: "))).toEqual([
                "attestation does not count: Microsoft's ISO 27001 report; it leaves out everything in northeurope",
            ]);
        });

        it("is undecided when the reports have expired", () => {
            expect(fourth(certificates(["westeurope"]), { today: "2027-03-02" })?.verdict).toBe("undecided");
        });
    });

    it.each([
        ["cost 4", "violated", "bcrypt with 'cost 4' is weaker than OWASP's least"],
        ["none", "undecided", "bcrypt with 'none' does not say what a guess costs"],
    ])("does not count a hash of passwords that costs '%s'", (cost, verdict, why) => {
        const weak: Attestation = { ...hashing, algorithm: "bcrypt", cost };
        for (const number of ["7", "8"]) {
            const measure = judged({ attestations: [weak] })[number];
            expect(measure?.verdict).toBe(verdict);
            expect(measure?.evidence.join()).toContain(why);
        }
    });

    it("tells what ends soon at the measures that it touches, and judges by it nothing", () => {
        const measures = judged({
            ending: [{ measures: [9], until: "2026-12-18", sentence: "the proof ends on 2026-12-18" }],
        });
        expect(measures["9"]?.evidence).toContain("ends soon: the proof ends on 2026-12-18");
        expect(measures["9"]?.verdict).toBe("met");
        expect(measures["5"]?.evidence.filter((sentence) => sentence.startsWith("ends soon"))).toEqual([]);
    });
});
