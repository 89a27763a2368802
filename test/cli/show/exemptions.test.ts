import { showExemptions } from "../../../cli/show/exemptions";
import type { Exemption } from "../../../policies/declared";
import type { Finding } from "../../../policies/model";

const exemption: Exemption = {
    rule: "sql-server-min-tls-12",
    resource: "urn:pulumi:productie::figlo-advisor::*::server",
    reason: "An old client is replaced.",
    requester: "Team data",
    approver: "Security officer",
    from: "2026-11-20",
    until: "2027-01-31",
};
const finding: Finding = {
    rule: "sql-server-min-tls-12",
    level: "advisory",
    verdict: "violated",
    urn: "urn:pulumi:productie::figlo-advisor::azure-native:sql:Server::server",
    message: "minimalTlsVersion is '1.0'",
    remedy: "Set it.",
    measures: [9],
    exemption,
};

const shown = (exemptions: readonly Exemption[], findings: readonly Finding[], today = "2026-11-23") =>
    showExemptions([{ environment: "productie", policyConfig: { exemptions }, findings }], today, 80)
        .split(/\s+/)
        .join(" ")
        .trim();

describe("exemptions in force", () => {
    it("say of what, until when, how many findings, why, and who asked and approved", () => {
        expect(shown([exemption], [finding])).toBe(
            "Exemptions in force: productie: sql-server-min-tls-12 on urn:pulumi:productie::figlo-advisor::*::server, " +
                "until 2027-01-31: 1 finding. An old client is replaced. Asked by Team data, approved by Security officer.",
        );
    });

    it("are shown where nothing needs them as well", () => {
        expect(shown([exemption], [])).toContain("until 2027-01-31: 0 findings.");
    });

    it("are not those that have ended or not begun", () => {
        expect(shown([exemption], [], "2027-02-01")).toBe("");
        expect(shown([exemption], [], "2026-11-19")).toBe("");
    });
});
