/** Opaque ids go into names of databases, URNs and tags; without upper case, since names in Azure do not tell cases apart. */
const TENANT_ID = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The database of a tenant, the same on both servers. The prefix keeps it from meeting a system database such as `master`. */
export const databaseName = (tenantId: string): string => `sqldb-${tenantId}`;

/** What is wrong with one id, with its path. */
export function tenantIdMistakes(path: string, tenantId: string): string[] {
    return TENANT_ID.test(tenantId)
        ? []
        : [`${path}: '${tenantId}' is no tenant id; use 1 to 63 lower-case letters, digits and hyphens`];
}
