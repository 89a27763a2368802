import { COLUMN_TYPES, columnType } from "./column-types";
import type { DatabaseState } from "./database-state";
import { FIXED_ROLES, FIXED_USERS, PUBLIC } from "./fixed-principals";
import { RIGHTS } from "./right-statements";
import type { SqlValue } from "./sql-statement";

/** Rows of a view, by column. */
export type ViewRow = Readonly<Record<string, SqlValue>>;

/** The columns of each view that is played, with their types; `char` is text that SQL Server fills up with blanks. */
export const VIEW_COLUMNS: Readonly<Record<string, string>> = {
    columns:
        "object_id:int name:text column_id:int system_type_id:int user_type_id:int max_length:int is_nullable:bit is_identity:bit is_computed:bit encryption_type:int encryption_type_desc:text",
    database_firewall_rules: "id:int name:text start_ip_address:text end_ip_address:text",
    database_permissions:
        "class:int class_desc:text major_id:int minor_id:int grantee_principal_id:int grantor_principal_id:int type:char permission_name:text state:char state_desc:text",
    database_principals:
        "name:text principal_id:int type:char type_desc:text default_schema_name:text owning_principal_id:int sid:binary is_fixed_role:bit authentication_type:int authentication_type_desc:text",
    database_role_members: "role_principal_id:int member_principal_id:int",
    databases: "name:text database_id:int state:int state_desc:text",
    external_data_sources: "data_source_id:int name:text location:text type_desc:text",
    geo_replication_links:
        "database_id:int partner_server:text partner_database:text replication_state:int replication_state_desc:text role:int role_desc:text",
    ipv6_database_firewall_rules: "id:int name:text start_ipv6_address:text end_ipv6_address:text",
    schemas: "name:text schema_id:int principal_id:int",
    sql_modules: "object_id:int definition:text",
    tables: "name:text object_id:int schema_id:int parent_object_id:int type:char type_desc:text is_ms_shipped:bit",
    triggers:
        "name:text object_id:int parent_class:int parent_class_desc:text parent_id:int type:char type_desc:text is_ms_shipped:bit is_disabled:bit is_instead_of_trigger:bit",
    types: "name:text system_type_id:int user_type_id:int schema_id:int max_length:int is_user_defined:bit is_table_type:bit",
};

/** Of each view, its rows; made when they are asked for. */
export type SystemViews = Readonly<Record<string, () => readonly ViewRow[]>>;

const SYS_SCHEMA = 4;

/** The views over what lies in a database; those of the server come beside them. */
export const viewsOf = (state: DatabaseState): SystemViews => ({
    columns: () => columnRows(state),
    database_firewall_rules: () =>
        rulesOf(state, 4).map(({ id, name, start, end }) => ({
            ...{ id, name },
            ...{ start_ip_address: start, end_ip_address: end },
        })),
    ipv6_database_firewall_rules: () =>
        rulesOf(state, 6).map(({ id, name, start, end }) => ({
            ...{ id, name },
            ...{ start_ipv6_address: start, end_ipv6_address: end },
        })),
    database_permissions: () => permissionRows(state),
    database_principals: () => principalRows(state),
    database_role_members: () => [
        { role_principal_id: 16384, member_principal_id: 1 },
        ...state.members.map(({ role, user }) => ({
            role_principal_id: FIXED_ROLES.find(({ name }) => name === role)?.id ?? 0,
            member_principal_id: principalId(state, user),
        })),
    ],
    external_data_sources: () =>
        state.externalSources.map(({ id, name, location, type }) => ({
            data_source_id: id,
            ...{ name, location, type_desc: type },
        })),
    schemas: () =>
        schemasOf(state).map(({ id, name }) => ({ name, schema_id: id, principal_id: id >= 5 && id < 16384 ? 1 : id })),
    sql_modules: () => state.triggers.map(({ id, definition }) => ({ object_id: id, definition })),
    tables: () =>
        state.tables.map(({ id, name, schema }) => ({
            ...{ name, object_id: id, schema_id: schemasOf(state).find((one) => one.name === schema)?.id ?? 0 },
            ...{ parent_object_id: 0, type: "U ", type_desc: "USER_TABLE", is_ms_shipped: false },
        })),
    triggers: () =>
        state.triggers.map(({ id, name, disabled }) => ({
            ...{ name, object_id: id, parent_class: 0, parent_class_desc: "DATABASE", parent_id: 0, type: "TR" },
            ...{ type_desc: "SQL_TRIGGER", is_ms_shipped: false, is_disabled: disabled, is_instead_of_trigger: false },
        })),
    types: () =>
        COLUMN_TYPES.map(({ name, systemId, userId, length }) => ({
            ...{ name, system_type_id: systemId, user_type_id: userId, schema_id: SYS_SCHEMA, max_length: length },
            ...{ is_user_defined: false, is_table_type: false },
        })),
});

/** Every schema: users and roles that every database has own one each. */
export const schemasOf = (state: DatabaseState): readonly { readonly id: number; readonly name: string }[] => [
    ...FIXED_USERS,
    ...state.schemas,
    ...FIXED_ROLES,
];

const rulesOf = ({ rules }: DatabaseState, version: 4 | 6) => rules.filter((rule) => rule.version === version);

const columnRows = ({ tables }: DatabaseState): readonly ViewRow[] =>
    tables.flatMap(({ id, columns }) =>
        columns.map((column) => {
            const type = columnType(column.type);
            const { encryption } = column;
            return {
                ...{ object_id: id, name: column.name, column_id: column.id },
                ...{ system_type_id: type?.systemId ?? 0, user_type_id: type?.userId ?? 0, max_length: column.length },
                ...{ is_nullable: column.nullable, is_identity: column.identity, is_computed: false },
                encryption_type: encryption === undefined ? null : encryption === "DETERMINISTIC" ? 1 : 2,
                encryption_type_desc: encryption ?? null,
            };
        }),
    );

const principalId = ({ users }: DatabaseState, name: string): number =>
    users.find((user) => user.name.toLowerCase() === name.toLowerCase())?.id ?? 1;

const permissionRows = (state: DatabaseState): readonly ViewRow[] =>
    [{ right: "CONNECT", user: "dbo", denied: undefined }, ...state.grants].map(({ right, user, denied }) => ({
        ...{ class: 0, class_desc: "DATABASE", major_id: 0, minor_id: 0 },
        ...{ grantee_principal_id: principalId(state, user), grantor_principal_id: 1 },
        ...{ type: (RIGHTS[right] ?? "").padEnd(4), permission_name: right },
        ...(denied ? { state: "D", state_desc: "DENY" } : { state: "G", state_desc: "GRANT" }),
    }));

const principalRows = ({ users }: DatabaseState): readonly ViewRow[] => [
    role(PUBLIC, false),
    ...FIXED_USERS.map(({ id, name }) => ({
        ...{
            name,
            principal_id: id,
            type: "S",
            type_desc: "SQL_USER",
            owning_principal_id: null,
            is_fixed_role: false,
        },
        ...{ default_schema_name: id <= 2 ? name : null, sid: id <= 2 ? new Uint8Array([id - 1]) : null },
        ...{ authentication_type: id === 1 ? 1 : 0, authentication_type_desc: id === 1 ? "INSTANCE" : "NONE" },
    })),
    ...users.map(({ id, name, type, sid }) => ({
        ...{ name, principal_id: id, type, type_desc: type === "E" ? "EXTERNAL_USER" : "EXTERNAL_GROUP" },
        ...{ default_schema_name: type === "E" ? "dbo" : null, owning_principal_id: null, is_fixed_role: false },
        ...{ sid: new Uint8Array(Buffer.from(sid, "hex")) },
        ...{ authentication_type: 4, authentication_type_desc: "EXTERNAL" },
    })),
    ...FIXED_ROLES.map((one) => role(one, true)),
];

const role = ({ id, name }: { readonly id: number; readonly name: string }, fixed: boolean): ViewRow => ({
    ...{ name, principal_id: id, type: "R", type_desc: "DATABASE_ROLE", owning_principal_id: 1, is_fixed_role: fixed },
    ...{ default_schema_name: null, sid: null, authentication_type: 0, authentication_type_desc: "NONE" },
});
