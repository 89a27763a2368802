import type { Row, Session } from "../session";
import { SUSPECT_COLUMNS } from "./suspect-columns";
import { GUARD_NAME, GUARD_VERSION, isGuardTrigger } from "./trigger";

/** What a guard looks at in its database. */
export interface GuardedDatabase {
    /** Names of all users but those that every database has. */
    readonly users: readonly string[];
    /** Names of the firewall rules, by the kind of their addresses. */
    readonly rules: { readonly ipv4: readonly string[]; readonly ipv6: readonly string[] };
    /** `GUARD_VERSION` where it stands as this version writes it and is switched on; otherwise what is wrong with it. */
    readonly trigger: string;
    /** `schema.table.column`, sorted. */
    readonly suspectColumns: readonly string[];
    /** Names, sorted. */
    readonly externalSources: readonly string[];
}

/** Roles are no users: they have members, which are users. Every database has these four (Microsoft, "Database-level roles", "Principals"). */
const USERS = `SELECT p.[name] FROM sys.database_principals AS p
WHERE p.[type] <> 'R' AND p.[name] NOT IN ('dbo', 'guest', 'INFORMATION_SCHEMA', 'sys')`;
const IPV4_RULES = "SELECT r.[name] FROM sys.database_firewall_rules AS r";
const IPV6_RULES = "SELECT r.[name] FROM sys.ipv6_database_firewall_rules AS r";
const EXTERNAL_SOURCES = "SELECT e.[name] FROM sys.external_data_sources AS e";
const TRIGGER = `SELECT t.is_disabled, m.[definition]
FROM sys.triggers AS t
LEFT JOIN sys.sql_modules AS m ON m.object_id = t.object_id
WHERE t.parent_class = 0 AND t.[name] = @name`;

export async function guardedDatabase(session: Session): Promise<GuardedDatabase> {
    // One after the other: a session answers one question at a time.
    const users = await namesOf(session, USERS);
    const rules = { ipv4: await namesOf(session, IPV4_RULES), ipv6: await namesOf(session, IPV6_RULES) };
    const trigger = await triggerOf(session);
    const suspects = await session.query(SUSPECT_COLUMNS);
    return {
        users,
        rules,
        trigger,
        suspectColumns: suspects.map(columnName).sort(),
        externalSources: await namesOf(session, EXTERNAL_SOURCES),
    };
}

const namesOf = async (session: Session, select: string): Promise<readonly string[]> =>
    (await session.query(select)).map(({ name }) => String(name)).sort();

async function triggerOf(session: Session): Promise<string> {
    const [found] = await session.query(TRIGGER, { name: GUARD_NAME });
    if (found === undefined) {
        return "missing";
    }
    // Without the right to see it, the definition is null.
    if (!isGuardTrigger(String(found.definition))) {
        return "another text";
    }
    return found.is_disabled ? "disabled" : GUARD_VERSION;
}

/** A part with a dot or a bracket in it stands between brackets, so that the whole can be read in one way only. */
const columnName = ({ schema_name, table_name, column_name }: Row): string =>
    [schema_name, table_name, column_name]
        .map(String)
        .map((part) => (/[.[\]]/.test(part) ? `[${part.replaceAll("]", "]]")}]` : part))
        .join(".");
