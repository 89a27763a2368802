import { expiredDeclarations } from "../../../cli/measures/expired-declarations";
import type { Loaded } from "../../../stacks/settings/load-environment";
import { street } from "../../street";

const productie = street().productie;
const messages = (loaded: Loaded, today = "2026-11-23") =>
    expiredDeclarations(loaded, "urn:stack", today).map(({ message }) => message);

const withFirewall = (until: string): Loaded => {
    const [rule] = productie.settings.sql.firewall;
    if (!rule) {
        throw new Error("productie declares no address");
    }
    const sql = { ...productie.settings.sql, firewall: [{ ...rule, until }] };
    return { ...productie, settings: { ...productie.settings, sql } };
};

describe("expiredDeclarations", () => {
    it("finds nothing in the shipped files on the day that they are made for", () => {
        for (const loaded of Object.values(street())) {
            expect(messages(loaded)).toEqual([]);
        }
    });

    it("finds an address of the server the day after its last one, as an advisory finding of the stack", () => {
        expect(expiredDeclarations(withFirewall("2026-11-23"), "urn:stack", "2026-11-23")).toEqual([]);
        expect(expiredDeclarations(withFirewall("2026-11-22"), "urn:stack", "2026-11-23")).toEqual([
            expect.objectContaining({
                rule: "declaration-not-expired",
                level: "advisory",
                verdict: "violated",
                urn: "urn:stack",
                message: "sql.firewall: the address 'office-utrecht' ended on 2026-11-22",
                measures: [10],
            }),
        ]);
    });

    it("finds reviews that are overdue, addresses and direct access of tenants, and exemptions", () => {
        const late = messages(productie, "2031-01-01").join("\n");
        expect(late).toContain("access.yaml: the review of ");
        expect(late).toContain("tenants.yaml: direct access of 't-");
    });
});
