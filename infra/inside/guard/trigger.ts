import { createHash } from "node:crypto";
import { HASH_BYTES, SALT_BYTES, SUSPECT_COLUMNS_OF_TABLE } from "./suspect-columns";

export const GUARD_NAME = "figlo_guard";

/** Numbers from 50000 on are for those who write triggers; Microsoft uses none. */
export const REFUSAL_NUMBER = 51007;

const REFUSAL = [
    "This table would keep a column that looks like a password.",
    "Leave passwords to the identity provider, or keep a one-way hash:",
    `binary or varbinary of ${HASH_BYTES.least} to ${HASH_BYTES.most} bytes,`,
    `with a salt (a column named salt, zout or like the hash, such as password_salt; binary or varbinary of ${SALT_BYTES.least} to ${SALT_BYTES.most} bytes)`,
    "and an algorithm (a column whose name ends in algorithm or algoritme) in the same table, made by the same statement.",
    "A column under Always Encrypted is admitted too. What is no password gets another name: see docs/passwords.md.",
].join(" ");

const inEvent = (element: string): string => `@event.value('(/EVENT_INSTANCE/${element})[1]', 'nvarchar(128)')`;

/**
 * Refuses a statement that leaves a table with a suspect column. It runs after the statement and takes it back, with the transaction around it.
 *
 * Events: CREATE TABLE, ALTER TABLE (columns added and altered) and sp_rename (Microsoft, "DDL Events"). Renaming a column names its table as
 * the target. That SELECT INTO raises CREATE_TABLE is unverified; what comes in past the trigger stands in the list of suspect columns.
 *
 * Methods of XML fail under other settings than these (error 1934), and every change of a table with them: so they are set first, whatever the
 * session of the change has. ANSI_NULLS and QUOTED_IDENTIFIER are kept with the trigger from the session that makes it; tedious has both on.
 *
 * It runs as whoever sends the statement and sees the table through their eyes: who may alter a table may see it (Microsoft, "Metadata
 * Visibility Configuration"); that the same holds of the table's schema is unverified. Running as its owner is no way out, since the owner of a
 * database is made by Azure, and whether it can be impersonated is unverified too.
 */
export const GUARD_TRIGGER = `CREATE OR ALTER TRIGGER [${GUARD_NAME}] ON DATABASE
FOR CREATE_TABLE, ALTER_TABLE, RENAME
AS
SET NOCOUNT ON;
SET ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
DECLARE @event xml = EVENTDATA();
DECLARE @schema nvarchar(128) = ${inEvent("SchemaName")};
DECLARE @object nvarchar(128) = COALESCE(NULLIF(${inEvent("TargetObjectName")}, ''), ${inEvent("ObjectName")});
IF EXISTS (
${SUSPECT_COLUMNS_OF_TABLE}
)
BEGIN
    ROLLBACK;
    THROW ${REFUSAL_NUMBER}, '${REFUSAL}', 1;
END
`;

/** Tells one text of the trigger from another, so that a plan shows when a release brings a new one. */
export const GUARD_VERSION = `${GUARD_NAME} ${createHash("sha256").update(GUARD_TRIGGER).digest("hex").slice(0, 12)}`;

/** A trigger that is there may have been switched off. */
export const ENABLE_GUARD = `ENABLE TRIGGER [${GUARD_NAME}] ON DATABASE;`;
export const DROP_GUARD = `DROP TRIGGER IF EXISTS [${GUARD_NAME}] ON DATABASE;`;

/**
 * Whether a definition is this trigger's. SQL Server keeps the text as it came, but for how it begins: `CREATE OR ALTER` and `ALTER` become
 * `CREATE` (unverified in Azure SQL), which leaves blanks.
 */
export const isGuardTrigger = (definition: string): boolean => body(definition) === body(GUARD_TRIGGER);

const body = (definition: string): string =>
    definition
        .replace(/^\s*(?:CREATE|ALTER)(?:\s+OR\s+ALTER)?\s+TRIGGER\s+/i, "")
        .replaceAll("\r\n", "\n")
        .trim();
