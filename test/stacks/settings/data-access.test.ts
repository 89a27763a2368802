import { strangeAdministrators } from "../../../stacks/settings/access-administrators";
import { street } from "../../street";
import { changed, dataMistakes, dataOf } from "./examples";

type Row = Readonly<Record<string, unknown>>;

const file = dataOf("productie", "access");
const rows = file.access as readonly Row[];
const indexOf = (role: string, scope: string): number =>
    rows.findIndex((row) => row.role === role && row.scope === scope);

/** The mistakes after a change in the row of a role on a scope, and where that row stands. */
const mistakes = (role: string, scope: string, changes: Row): readonly string[] => {
    const at = indexOf(role, scope);
    return dataMistakes(
        "access",
        Object.entries(changes).reduce((spoilt, [key, value]) => changed(spoilt, ["access", at, key], value), file),
    );
};

describe("a right in the access protocol", () => {
    it("is refused where the role has no work, with what is allowed instead", () => {
        expect(mistakes("auditor", "resource-groups", { scope: "sql" })).toEqual([
            `access[${indexOf("auditor", "resource-groups")}].scope: 'auditor' has no work on 'sql'; 'auditor' is for resource-groups, vaults, logs, and on 'sql' work database-administrator, pipeline`,
        ]);
    });

    it("that must be asked for is reviewed within the year that Azure lets it stand", () => {
        const at = indexOf("support", "logs");
        expect(mistakes("support", "logs", { reviewEveryDays: 365 })).toEqual([]);
        expect(mistakes("support", "logs", { reviewEveryDays: 366 })).toEqual([
            `access[${at}].reviewEveryDays: 366 days is longer than Azure lets a right be eligible; write 365 or less`,
        ]);
    });

    it("names a group by one id, and one group by an id", () => {
        const at = indexOf("pipeline", "sql");
        const other = "00000000-0000-4000-8000-000000000000";
        expect(mistakes("pipeline", "sql", { objectId: other })[0]).toBe(
            `access[${at}].objectId: 'figlo-advisor-pipeline-productie' has another id above, ${rows[at]?.objectId}; write the one that Entra shows`,
        );
        const support = rows[indexOf("support", "logs")]?.objectId;
        expect(mistakes("auditor", "resource-groups", { objectId: support })).toEqual([
            `access[${indexOf("auditor", "resource-groups")}].objectId: '${support}' is the id of 'figlo-advisor-support' above; write the id of 'figlo-advisor-auditors'`,
        ]);
    });

    it("is refused where the group has the same right by another role", () => {
        const auditor = rows[indexOf("auditor", "resource-groups")];
        const twice = { access: [...rows, { ...auditor, role: "developer" }] };
        expect(dataMistakes("access", twice)).toEqual([
            `access[${rows.length}].role: gives 'figlo-advisor-auditors' on 'resource-groups' what it has there as auditor; keep one of both rows`,
        ]);
    });
});

describe("who administers databases", () => {
    const { settings, data } = street().productie;

    it("is the group that the servers know", () => {
        expect(strangeAdministrators("access.yaml", settings, data.access)).toEqual([]);
    });

    it("is refused as another group, with the one that the settings name", () => {
        const at = data.access.findIndex(({ role }) => role === "database-administrator");
        const objectId = "00000000-0000-4000-8000-000000000000";
        const access = data.access.map((row, index) => (index === at ? { ...row, objectId } : row));
        const { group, objectId: known } = settings.sql.administrators;
        expect(strangeAdministrators("access.yaml", settings, access)).toEqual([
            {
                file: "access.yaml",
                path: `access[${at}].objectId`,
                message: `'${objectId}' is not the group that administers the SQL servers, '${group}' (${known}); name that one, or change sql.administrators`,
            },
        ]);
    });
});
