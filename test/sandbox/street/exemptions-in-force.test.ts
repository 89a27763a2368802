import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exemptionsInForce } from "../../../sandbox/street/exemptions-in-force";

const exemption = {
    rule: "web-https-only",
    resource: "*::site",
    reason: "A trial.",
    requester: "Team web",
    approver: "Security officer",
    from: "2026-11-01",
    until: "2026-12-01",
};

/** What is said of a configuration of the pack. */
function said(settings: object, today: string): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), "otap-pack-"));
    const config = join(folder, "test.json");
    writeFileSync(config, JSON.stringify({ "pack-settings": settings }));
    try {
        return exemptionsInForce({ folder, config }, today);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

describe("the exemptions that the pack is told", () => {
    it("are said from the first day to the last", () => {
        const line =
            "  exemption in force: web-https-only on *::site, until 2026-12-01. A trial. Asked by Team web, approved by Security officer.\n";
        const days = ["2026-10-31", "2026-11-01", "2026-12-01", "2026-12-02"];
        expect(days.map((day) => said({ exemptions: [exemption] }, day))).toEqual([[], [line], [line], []]);
    });

    it("are not said where they run too long, since the pack takes those for none", () => {
        expect(said({ exemptions: [{ ...exemption, until: "2027-11-01" }] }, "2026-11-23")).toEqual([]);
    });

    it("are none without exemptions or without a configuration", () => {
        expect(said({}, "2026-11-23")).toEqual([]);
        expect(exemptionsInForce({ folder: "policies" }, "2026-11-23")).toEqual([]);
    });
});
