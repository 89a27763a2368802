import { packSettings } from "../../../cli/preview/pack-settings";
import type { Loaded } from "../../../stacks/settings/load-environment";
import { street } from "../../street";

const { productie } = street();

/** An environment in which everybody's rights are always there. */
const standing = (loaded: Loaded): Loaded => ({
    ...loaded,
    data: { ...loaded.data, access: loaded.data.access.map((row) => ({ ...row, standing: true })) },
});

describe("what the pack is told of an environment", () => {
    it("holds every date at which something ends: of addresses, direct access, access and its reviews", () => {
        const ends = packSettings(productie).declarations?.map(({ where, what }) => `${where}: ${what}`) ?? [];
        expect(ends).toEqual(
            expect.arrayContaining([
                "sql.firewall: the address 'migration-2027'",
                "tenants.yaml: direct access of 't-4f9k2c'",
                "tenants.yaml: the address 'auditor-2026' of 't-7h3m8x'",
                "access.yaml: the review of 'figlo-advisor-support'",
                "access.yaml: access of 'figlo-advisor-red-team'",
            ]),
        );
    });

    it("leaves out an address that stays", () => {
        const { firewall } = productie.settings.sql;
        const lasting = firewall.filter(({ until }) => until === undefined).map(({ name }) => name);
        expect(lasting.length).toBeGreaterThan(0);
        const told = JSON.stringify(packSettings(productie).declarations);
        expect(lasting.filter((name) => told.includes(name))).toEqual([]);
    });

    it("counts rights that are always there, and none of the pipeline's", () => {
        const people = productie.data.access.filter(({ role }) => role !== "pipeline");
        expect(packSettings(standing(productie)).standingRights).toEqual(
            people.map(({ group, scope }) => ({ group, scope })),
        );
        expect(packSettings(productie).standingRights).toEqual([]);
    });

    it("names the external tests with their open critical findings, and no other attestation", () => {
        const tests = packSettings(productie).externalTests ?? [];
        expect(tests).toHaveLength(productie.data.attestations.filter(({ kind }) => kind === "external-test").length);
        expect(Object.keys(tests[0] ?? {})).toEqual(["testKind", "target", "date", "until", "openCritical"]);
    });

    it("tells what is each tenant's own, and until when the data are kept of one that is leaving", () => {
        const [linde, noorderlicht] = packSettings(productie).tenants ?? [];
        expect(linde).toEqual({
            id: "t-4f9k2c",
            active: true,
            addresses: [{ start: "192.0.2.10", end: "192.0.2.13" }],
            readers: ["5ea39cec-838a-5781-a7ae-32d50ab984d5"],
        });
        expect(noorderlicht?.addresses.map(({ until }) => until)).toEqual([undefined, "2027-01-31"]);
        const leaving = productie.data.tenants.map((tenant) =>
            tenant.suspended ? { ...tenant, status: "leaving" as const } : tenant,
        );
        const kept = packSettings({ ...productie, data: { ...productie.data, tenants: leaving } }).tenants;
        expect(kept?.map(({ keepUntil }) => keepUntil)).toEqual([undefined, undefined, undefined, "2027-02-28"]);
        expect(packSettings(productie).tenants?.some((tenant) => "keepUntil" in tenant)).toBe(false);
    });
});
