import { ALGORITHM_ENDINGS, NUMBER_ENDINGS, PASSWORD_PART, PASSWORD_PATTERNS, SALT_ENDINGS } from "./password-words";

/** Bytes of a hash: from SHA-256 to what holds the longest that is in use, with some room. MD5 and SHA-1 are shorter. */
export const HASH_BYTES = { least: 32, most: 128 } as const;

/** Bytes of a salt: the least that NIST SP 800-132 admits, and no more than a hash. */
export const SALT_BYTES = { least: 16, most: 128 } as const;

/** Types that hold no password. */
const HARMLESS = [
    "bit",
    "date",
    "datetime",
    "datetime2",
    "datetimeoffset",
    "smalldatetime",
    "time",
    "uniqueidentifier",
] as const;
const WHOLE_NUMBERS = ["tinyint", "smallint", "int", "bigint"] as const;
const BYTES = ["binary", "varbinary"] as const;

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(", ");

const ends = (column: string, endings: readonly string[]): string =>
    endings.map((ending) => `${column} LIKE '%${ending}'`).join(" OR ");

/** A name without what stands between its words. */
const word = (column: string): string =>
    ["_", "-", ".", " "].reduce((name, between) => `REPLACE(${name}, '${between}', '')`, `LOWER(${column})`);

/** A name with one sign between its words. */
const parts = (column: string): string =>
    ["-", ".", " "].reduce((name, between) => `REPLACE(${name}, '${between}', '_')`, `LOWER(${column})`);

const either = (conditions: readonly string[]): string => `(${conditions.join("\n            OR ")})`;

const looksLikePassword = [
    ...PASSWORD_PATTERNS.map((group) => either(group.map((pattern) => `k.[word] LIKE '${pattern}'`))),
    ...[`${PASSWORD_PART}~_%`, `%~_${PASSWORD_PART}`, `%~_${PASSWORD_PART}~_%`].map(
        (pattern) => `k.[parts] LIKE '${pattern}' ESCAPE '~'`,
    ),
].join("\n        OR ");

const isBytes = (type: string, length: string, { least, most }: typeof HASH_BYTES | typeof SALT_BYTES): string =>
    `${type} IN (${quoted(BYTES)}) AND ${length} BETWEEN ${least} AND ${most}`;

const besideIt = (condition: string): string => `EXISTS (
            SELECT 1
            FROM sys.columns AS b
            LEFT JOIN sys.types AS y ON y.user_type_id = b.system_type_id
            WHERE b.object_id = k.object_id AND (${condition})
        )`;

/** What the salt is of: its name without what says that it is one. */
const salted = [...SALT_ENDINGS, "hash"].reduce((name, part) => `REPLACE(${name}, '${part}', '')`, word("b.[name]"));

/** The salt of another password is none of this one's. Replacing nothing changes nothing, in T-SQL and in SQLite. */
const saltBeside = besideIt(`(${ends("LOWER(b.[name])", SALT_ENDINGS)})
                AND ${isBytes("y.[name]", "b.max_length", SALT_BYTES)}
                AND (${salted} = '' OR REPLACE(k.[word], ${salted}, '') <> k.[word])`);
const algorithmBeside = besideIt(ends("LOWER(b.[name])", ALGORITHM_ENDINGS));

/**
 * Base types by their number, since a column of a type that somebody named stores what its base does. A type without a row (`geometry`) is no
 * reason to let a column pass, hence the outer join.
 */
const select = (where: string): string => `SELECT k.[schema_name], k.[table_name], k.[column_name]
FROM (
    SELECT s.[name] AS [schema_name], t.[name] AS [table_name], c.[name] AS [column_name],
        t.object_id, c.max_length, c.encryption_type, COALESCE(y.[name], '') AS [type_name],
        ${word("c.[name]")} AS [word],
        ${parts("c.[name]")} AS [parts]
    FROM sys.columns AS c
    INNER JOIN sys.tables AS t ON t.object_id = c.object_id
    INNER JOIN sys.schemas AS s ON s.schema_id = t.schema_id
    LEFT JOIN sys.types AS y ON y.user_type_id = c.system_type_id${where}
) AS k
WHERE (
        ${looksLikePassword}
    )
    AND k.encryption_type IS NULL
    AND NOT (${ends("k.[word]", [...SALT_ENDINGS, ...ALGORITHM_ENDINGS])})
    AND k.[type_name] NOT IN (${quoted(HARMLESS)})
    AND NOT (
        k.[type_name] IN (${quoted(WHOLE_NUMBERS)})
        AND (${ends("k.[word]", NUMBER_ENDINGS)})
    )
    AND NOT (
        ${isBytes("k.[type_name]", "k.max_length", HASH_BYTES)}
        AND ${saltBeside}
        AND ${algorithmBeside}
    )`;

/**
 * Columns of one table, `@object` in `@schema`, that look like a password and are neither encrypted (Always Encrypted) nor a one-way hash with its
 * salt and algorithm beside it. Columns of the answer: `schema_name`, `table_name`, `column_name`.
 *
 * It keeps to what T-SQL and SQLite both understand: the very text is executed in tests and by the sandbox.
 */
export const SUSPECT_COLUMNS_OF_TABLE = select("\n    WHERE s.[name] = @schema AND t.[name] = @object");

/** The same of the whole database. */
export const SUSPECT_COLUMNS = select("");
