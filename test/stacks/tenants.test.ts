import type { Tenant } from "../../stacks/settings/data-files";
import { tenantsOn } from "../../stacks/tenants";
import { street } from "../street";

const TENANT: Tenant = {
    id: "t-4f9k2c",
    name: "Voorbeeldkantoor",
    shard: "01",
    status: "active",
    addresses: [
        { name: "office", start: "192.0.2.10", end: "192.0.2.13", reason: "Reads its own data." },
        {
            name: "auditor",
            start: "192.0.2.200",
            end: "192.0.2.200",
            reason: "Samples its own data.",
            until: "2027-01-31",
        },
    ],
    directAccess: {
        group: "tenant-readers",
        objectId: "5ea39cec-838a-5781-a7ae-32d50ab984d5",
        purpose: "portability",
        until: "2027-02-28",
    },
};

const SUSPENDED = { since: "2026-09-01", keepUntil: "2026-12-31", reason: "Its contract ended." };

const on = (today: string, changes: Partial<Tenant> = {}) => {
    const { data } = street().productie;
    const [tenant] = tenantsOn({ data: { ...data, tenants: [{ ...TENANT, ...changes }] } }, today);
    return tenant;
};

describe("the tenants of a day", () => {
    it("come by all their addresses and readers until the last day of each", () => {
        expect(on("2027-01-31")).toMatchObject({ active: true, reader: { group: "tenant-readers" }, released: false });
        expect(on("2027-01-31")?.addresses.map(({ name }) => name)).toEqual(["office", "auditor"]);
    });

    it("lose an address and their readers the day after", () => {
        expect(on("2027-02-01")?.addresses.map(({ name }) => name)).toEqual(["office"]);
        expect(on("2027-03-01")?.reader).toBeUndefined();
    });

    it("are not active when suspended", () => {
        expect(on("2026-11-23", { status: "suspended", suspended: SUSPENDED })).toMatchObject({ active: false });
    });

    it.each([
        ["leaving", "2026-12-31", false],
        ["leaving", "2027-01-01", true],
        ["suspended", "2027-01-01", false],
    ] as const)("are released when leaving and no longer to be kept: %s on %s", (status, today, released) => {
        expect(on(today, { status, suspended: SUSPENDED })).toMatchObject({ active: false, released });
    });
});
