import type { AccessGrant } from "./data-files";
import type { Settings } from "./settings";
import type { Mistake } from "./settings-error";

/** Who administers databases is the group that the servers know as their administrator: Azure has room for one. */
export function strangeAdministrators(
    file: string,
    { sql: { administrators } }: Settings,
    access: readonly AccessGrant[],
): readonly Mistake[] {
    return access.flatMap(({ role, scope, objectId }, index) => {
        const message = `'${objectId}' is not the group that administers the SQL servers, '${administrators.group}' (${administrators.objectId}); name that one, or change sql.administrators`;
        return role === "database-administrator" && scope === "sql" && objectId !== administrators.objectId
            ? [{ file, path: `access[${index}].objectId`, message }]
            : [];
    });
}
