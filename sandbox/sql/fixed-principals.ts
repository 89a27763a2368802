/** Who is in every database, by the numbers that `sys.database_principals` gives them. */
export const FIXED_USERS = [
    { id: 1, name: "dbo" },
    { id: 2, name: "guest" },
    { id: 3, name: "INFORMATION_SCHEMA" },
    { id: 4, name: "sys" },
] as const;

export const FIXED_ROLES = [
    { id: 16384, name: "db_owner" },
    { id: 16385, name: "db_accessadmin" },
    { id: 16386, name: "db_securityadmin" },
    { id: 16387, name: "db_ddladmin" },
    { id: 16389, name: "db_backupoperator" },
    { id: 16390, name: "db_datareader" },
    { id: 16391, name: "db_datawriter" },
    { id: 16392, name: "db_denydatareader" },
    { id: 16393, name: "db_denydatawriter" },
] as const;

/** The role that everybody has; nobody is added to it. */
export const PUBLIC = { id: 0, name: "public" } as const;
