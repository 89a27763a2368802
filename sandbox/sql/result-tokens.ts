import type { SqlValue } from "./sql-statement";
import type { ResultColumn, ResultSet } from "./sqlite";
import { int32, shortText, ucs2, uint16 } from "./tds-bytes";

/** How a column is told: its type, and each of its values. */
interface ColumnForm {
    readonly type: Buffer;
    write(value: SqlValue): Buffer;
}

const NULLABLE = 1;
/** SQL_Latin1_General_CP1_CI_AS. */
export const COLLATION = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34]);
const NULL_LENGTH = uint16(0xffff);
/** Characters of nvarchar; a longer text is nvarchar(max), which is told in pieces. */
const LONGEST_TEXT = 4000;

/** COLMETADATA and ROW tokens (MS-TDS 2.2.7.4 and 2.2.7.19). */
export function resultTokens({ columns, rows }: ResultSet): Buffer {
    const forms = columns.map((column, index) =>
        formOf(
            column,
            rows.map((row) => row[index] ?? null),
        ),
    );
    const metadata = columns.map(({ name }, index) =>
        Buffer.concat([int32(0), uint16(NULLABLE), forms[index]?.type ?? Buffer.alloc(0), shortText(name)]),
    );
    const lines = rows.map((row) =>
        Buffer.concat([Buffer.from([0xd1]), ...forms.map((form, index) => form.write(row[index] ?? null))]),
    );
    return Buffer.concat([Buffer.from([0x81]), uint16(columns.length), ...metadata, ...lines]);
}

/** A column of nothing but nulls is told as text. */
function formOf({ isBit }: ResultColumn, values: readonly SqlValue[]): ColumnForm {
    const some = values.find((value) => value !== null);
    if (isBit || typeof some === "boolean") {
        return fixed(0x68, 1, (value) => Buffer.from([value ? 1 : 0]));
    }
    if (values.every((value) => value === null || typeof value === "number") && some !== undefined) {
        return values.every((value) => value === null || isInt(value))
            ? fixed(0x26, 4, (value) => int32(Number(value)))
            : fixed(0x6d, 8, double);
    }
    if (some instanceof Uint8Array) {
        return {
            type: Buffer.concat([Buffer.from([0xa5]), uint16(8000)]),
            write: (value) => (value === null ? NULL_LENGTH : counted(Buffer.from(value as Uint8Array))),
        };
    }
    const texts = values.map((value) => (value === null ? "" : String(value)));
    return texts.some((text) => text.length > LONGEST_TEXT) ? longText() : text();
}

const isInt = (value: SqlValue): boolean => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;

const fixed = (type: number, length: number, write: (value: SqlValue) => Buffer): ColumnForm => ({
    type: Buffer.from([type, length]),
    write: (value) => (value === null ? Buffer.from([0]) : Buffer.concat([Buffer.from([length]), write(value)])),
});

function double(value: SqlValue): Buffer {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(Number(value));
    return bytes;
}

const counted = (data: Buffer): Buffer => Buffer.concat([uint16(data.length), data]);

const text = (): ColumnForm => ({
    type: Buffer.concat([Buffer.from([0xe7]), uint16(LONGEST_TEXT * 2), COLLATION]),
    write: (value) => (value === null ? NULL_LENGTH : counted(ucs2(String(value)))),
});

const longText = (): ColumnForm => ({
    type: Buffer.concat([Buffer.from([0xe7]), uint16(0xffff), COLLATION]),
    write: (value) => {
        if (value === null) {
            return Buffer.alloc(8, 0xff);
        }
        const data = ucs2(String(value));
        const whole = Buffer.alloc(8);
        whole.writeBigUInt64LE(BigInt(data.length));
        return Buffer.concat([whole, int32(data.length), data, int32(0)]);
    },
});
