import { certificateDetails, testDetails } from "../../../cli/measures/attestation-details";
import type { Attestation } from "../../../stacks/settings/data-files";

const dated = { party: "Waterkant Security", date: "2026-06-16", until: "2027-06-16", by: "security officer" };
const test: Attestation = {
    kind: "external-test",
    id: "hack-test-application-2026",
    testKind: "hack-test",
    target: "application",
    reportDigest: `sha256:2ffa5174b13e${"0".repeat(52)}`,
    openFindings: { critical: 0, high: 1, medium: 2, low: 3 },
    ...dated,
};
const report: Attestation = {
    kind: "hosting-certificate",
    standard: "SOC 2",
    services: ["App Service", "Azure SQL Database"],
    regions: ["westeurope", "northeurope"],
    ...dated,
};

describe("details of an attestation", () => {
    it("tell of a test when, by whom, which report, what is open and how long it counts", () => {
        expect(testDetails(test, "2026-11-23")).toBe(
            "2026-06-16 by Waterkant Security, report 2ffa5174b13e, open: 0 critical, 1 high, 2 medium, 3 low; 205 days left",
        );
    });

    it("tell of a report when, how long it counts, and its services and regions", () => {
        expect(certificateDetails(report, "2027-06-15")).toBe(
            "of 2026-06-16, 1 day left; App Service, Azure SQL Database in westeurope, northeurope",
        );
    });

    it("count the days of a test to the end of its year, whatever end it names", () => {
        expect(testDetails({ ...test, date: "2027-03-01", until: "2028-03-01" }, "2028-02-28")).toContain("1 day left");
    });
});
