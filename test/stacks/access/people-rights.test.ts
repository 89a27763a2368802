import { ROLES as BUILT_IN } from "../../../infra/access/roles";
import { isInForce, lastDayOf, meaningOf, peopleRights } from "../../../stacks/access/people-rights";
import { MEANINGS } from "../../../stacks/access/role-table";
import type { AccessGrant } from "../../../stacks/settings/data-files";
import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import type { Loaded } from "../../../stacks/settings/load-environment";
import { street } from "../../street";

const { productie } = street();

const ROW: AccessGrant = {
    group: "figlo-advisor-support",
    objectId: "167fb9ea-546f-5ac5-8aa6-8c3b0d3eeea3",
    role: "support",
    scope: "logs",
    why: "Support follows a complaint.",
    reviewed: "2026-09-15",
    reviewEveryDays: 90,
    standing: false,
};

const withRow = (changes: Partial<AccessGrant>, settings: Partial<Loaded["settings"]> = {}) => ({
    settings: { ...productie.settings, ...settings },
    data: { ...productie.data, access: [{ ...ROW, ...changes }] },
});

describe("the rights of people", () => {
    it("are a role on the logs of both regions, by ids that are known before anything exists", () => {
        const rights = peopleRights(withRow({}));
        const { subscriptionId } = productie.settings;
        expect(rights.map(({ roleId, scope }) => ({ roleId, scope }))).toEqual(
            ["weu", "neu"].map((region) => ({
                roleId: BUILT_IN.logAnalyticsReader,
                scope: `/subscriptions/${subscriptionId}/resourceGroups/rg-figlo-advisor-productie-${region}/providers/Microsoft.OperationalInsights/workspaces/log-figlo-advisor-productie-${region}`,
            })),
        );
    });

    it("are two roles on each operators' vault for key officers, and once where both regions use one vault", () => {
        const officers = { role: "release-manager", scope: "vaults" } as const;
        expect(peopleRights(withRow(officers)).map(({ roleTitle, region }) => `${region} ${roleTitle}`)).toEqual([
            "primary Key Vault Certificates Officer",
            "secondary Key Vault Certificates Officer",
            "primary Key Vault Secrets Officer",
            "secondary Key Vault Secrets Officer",
        ]);
        const { primary } = productie.settings.operatorVaults;
        const shared = { operatorVaults: { primary, secondary: primary.toUpperCase() } };
        expect(peopleRights(withRow(officers, shared))).toHaveLength(2);
    });

    it("reach the containers of release packages only, in groups that hold documents too", () => {
        const [right] = peopleRights(withRow({ role: "release-manager", scope: "packages" }));
        expect(right?.condition).toBe(
            "((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'})) OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'releases'))",
        );
    });

    it("close writing to other containers where they write", () => {
        const [right] = peopleRights(withRow({ role: "pipeline", scope: "packages", standing: true }));
        expect(right?.condition).toContain("blobs/write'}) AND !(ActionMatches{");
        expect(right?.condition).toContain("blobs/add/action'})) OR (@Resource");
    });

    it("are none where the row is kept elsewhere, which says where", () => {
        const row = { role: "pipeline", scope: "state", standing: true } as const;
        expect(peopleRights(withRow(row))).toEqual([]);
        expect(meaningOf(row)?.keptElsewhere).toContain("storage account and the vault of the state");
    });

    it("have names that differ, in every environment", () => {
        for (const environment of ENVIRONMENTS) {
            const names = peopleRights(street()[environment]).map(({ name }) => name);
            expect(new Set(names).size).toBe(names.length);
        }
    });
});

describe("the last day of a right", () => {
    it("is none for what is always there and has no end", () => {
        expect(lastDayOf({ ...ROW, standing: true })).toBeUndefined();
    });

    it("is the day of the next review for what must be asked for, unless it ends before", () => {
        expect(lastDayOf(ROW)).toBe("2026-12-14");
        expect(lastDayOf({ ...ROW, until: "2026-12-01" })).toBe("2026-12-01");
        expect(lastDayOf({ ...ROW, until: "2027-12-01" })).toBe("2026-12-14");
    });

    it("is still a day on which it holds, and the next is not", () => {
        expect(isInForce({ lastDay: "2026-12-14" }, "2026-12-14")).toBe(true);
        expect(isInForce({ lastDay: "2026-12-14" }, "2026-12-15")).toBe(false);
        expect(isInForce({}, "2099-01-01")).toBe(true);
    });
});

describe("the table of meanings", () => {
    const all = Object.entries(MEANINGS).flatMap(([scope, roles]) =>
        Object.entries(roles).map(([role, meaning]) => ({ scope, role, meaning })),
    );

    it("gives each role of the protocol something to do", () => {
        expect([...new Set(all.map(({ role }) => role))].sort()).toEqual([
            "auditor",
            "database-administrator",
            "developer",
            "pipeline",
            "release-manager",
            "security-tester",
            "support",
            "tester",
        ]);
    });

    it("gives every scope to somebody, and says of each meaning what it gives or where it is kept", () => {
        expect(Object.values(MEANINGS).filter((roles) => Object.keys(roles).length === 0)).toEqual([]);
        expect(all.filter(({ meaning }) => meaning.gives.length === 0 && !meaning.keptElsewhere)).toEqual([]);
    });

    it("narrows whatever reaches blobs, by a built-in role or one of our own", () => {
        const open = all.filter(({ meaning }) =>
            meaning.gives.some(({ role, blobs }) => {
                const name = "custom" in role ? role.custom : role.builtIn;
                return /Blob|package/.test(name) && blobs === undefined;
            }),
        );
        expect(open).toEqual([]);
    });
});
