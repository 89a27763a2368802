import { refused } from "./sql-refusals";
import type { GivenValue, SqlValue } from "./sql-statement";
import type { TdsBytes } from "./tds-bytes";

const NULL_LENGTH = 0xffff;
const UNLIMITED = 0xffff;
const COLLATION = 5;

/** Reads type and value of a parameter (MS-TDS 2.2.5.4 and 2.2.5.5). @throws SqlError for a type that is not played */
export function parameterValue(bytes: TdsBytes, name: string): GivenValue {
    const type = bytes.uint8();
    switch (type) {
        case 0x24:
            return { value: short(bytes, guid) };
        case 0x26:
            return { value: short(bytes, integer) };
        case 0x68:
            return { value: short(bytes, (data) => data[0] !== 0) };
        case 0x6d:
            return { value: short(bytes, (data) => (data.length === 4 ? data.readFloatLE() : data.readDoubleLE())) };
        case 0xa5:
        case 0xad:
            return { value: long(bytes, false, (data) => new Uint8Array(data)) };
        case 0xa7:
        case 0xaf:
            return { value: long(bytes, true, (data) => data.toString("latin1")), textType: "varchar" };
        case 0xe7:
        case 0xef:
            return { value: long(bytes, true, (data) => data.toString("ucs2")), textType: "nvarchar" };
        default:
            throw refused("parameterType", name);
    }
}

/** A value with its length in one byte; none of length 0 but null. */
function short(bytes: TdsBytes, read: (data: Buffer) => SqlValue): SqlValue {
    bytes.uint8();
    const data = bytes.take(bytes.uint8());
    return data.length === 0 ? null : read(data);
}

/** A value with its length in two bytes, or in pieces where its type has no limit. */
function long(bytes: TdsBytes, hasCollation: boolean, read: (data: Buffer) => SqlValue): SqlValue {
    const longest = bytes.uint16();
    bytes.skip(hasCollation ? COLLATION : 0);
    const data = longest === UNLIMITED ? pieces(bytes) : limited(bytes);
    return data === undefined ? null : read(data);
}

function limited(bytes: TdsBytes): Buffer | undefined {
    const length = bytes.uint16();
    return length === NULL_LENGTH ? undefined : bytes.take(length);
}

/** PLP: the whole length, which may be unknown, and then pieces until an empty one. */
function pieces(bytes: TdsBytes): Buffer | undefined {
    if (bytes.take(8).readBigUInt64LE() === 0xffff_ffff_ffff_ffffn) {
        return undefined;
    }
    const found: Buffer[] = [];
    for (let length = bytes.uint32(); length > 0; length = bytes.uint32()) {
        found.push(bytes.take(length));
    }
    return Buffer.concat(found);
}

const integer = (data: Buffer): number =>
    data.length > 6 ? Number(data.readBigInt64LE()) : data.readIntLE(0, data.length);

/** The first three groups are little-endian. */
function guid(data: Buffer): string {
    const part = (from: number, to: number, turned: boolean) => {
        const bytes = [...data.subarray(from, to)];
        return Buffer.from(turned ? bytes.reverse() : bytes).toString("hex");
    };
    const groups = [part(0, 4, true), part(4, 6, true), part(6, 8, true), part(8, 10, false), part(10, 16, false)];
    return groups.join("-").toUpperCase();
}
