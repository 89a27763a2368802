/** A type as `sys.types` has it. */
export interface ColumnType {
    readonly name: string;
    readonly systemId: number;
    readonly userId: number;
    /** In bytes; -1 where there is no limit. */
    readonly length: number;
    /** What a number in brackets counts: bytes, characters of two bytes, or digits and fractions of seconds, which change little. */
    readonly unit?: 1 | 2 | "other";
}

const type = (name: string, systemId: number, length: number, unit?: ColumnType["unit"]): ColumnType => ({
    name,
    systemId,
    userId: systemId,
    length,
    unit,
});

/** The types of SQL Server, by their numbers in `sys.types`. */
export const COLUMN_TYPES: readonly ColumnType[] = [
    type("image", 34, 16),
    type("text", 35, 16),
    type("uniqueidentifier", 36, 16),
    type("date", 40, 3),
    type("time", 41, 5, "other"),
    type("datetime2", 42, 8, "other"),
    type("datetimeoffset", 43, 10, "other"),
    type("tinyint", 48, 1),
    type("smallint", 52, 2),
    type("int", 56, 4),
    type("smalldatetime", 58, 4),
    type("real", 59, 4),
    type("money", 60, 8),
    type("datetime", 61, 8),
    type("float", 62, 8, "other"),
    type("sql_variant", 98, 8016),
    type("ntext", 99, 16),
    type("bit", 104, 1),
    type("decimal", 106, 17, "other"),
    type("numeric", 108, 17, "other"),
    type("smallmoney", 122, 4),
    type("bigint", 127, 8),
    type("varbinary", 165, 8000, 1),
    type("varchar", 167, 8000, 1),
    type("binary", 173, 8000, 1),
    type("char", 175, 8000, 1),
    type("timestamp", 189, 8),
    type("nvarchar", 231, 8000, 2),
    type("nchar", 239, 8000, 2),
    type("xml", 241, -1),
    { ...type("sysname", 231, 256), userId: 256 },
];

/** What a column takes that is declared without a length (Microsoft, "char and varchar", "nchar and nvarchar", "binary and varbinary"). */
const SHORTEST = 1;

const SYNONYMS: Readonly<Record<string, string>> = { integer: "int", dec: "decimal", rowversion: "timestamp" };

export function columnType(name: string): ColumnType | undefined {
    const lower = name.toLowerCase();
    return COLUMN_TYPES.find((one) => one.name === (SYNONYMS[lower] ?? lower));
}

/** Bytes of a column of a type. @param declared what stands in the brackets behind it */
export function columnLength({ unit, length }: ColumnType, declared: number | "max" | undefined): number {
    if (unit === undefined || unit === "other") {
        return length;
    }
    return declared === "max" ? -1 : (declared ?? SHORTEST) * unit;
}
