import { parameterValue } from "./parameter-value";
import type { GivenValue } from "./sql-statement";
import { TdsBytes } from "./tds-bytes";

/** A procedure that is called by its name, and not in a batch. */
export interface RemoteCall {
    readonly procedure: string;
    /** In their order; the name is empty where the place says which it is. */
    readonly parameters: readonly { readonly name: string; readonly given: GivenValue }[];
}

/** Procedures that are called by number (MS-TDS 2.2.6.6); the others are not played. */
const NUMBERED: Readonly<Record<number, string>> = { 10: "sp_executesql" };
const BY_NUMBER = 0xffff;

/** Where a message begins, behind its headers. */
export const bodyOf = (payload: Buffer): Buffer => payload.subarray(new TdsBytes(payload).uint32());

/** Reads the call of a procedure. @throws SqlError for a parameter of a type that is not played */
export function readCall(payload: Buffer): RemoteCall {
    const bytes = new TdsBytes(bodyOf(payload));
    const length = bytes.uint16();
    const number = length === BY_NUMBER ? bytes.uint16() : 0;
    const procedure = length === BY_NUMBER ? (NUMBERED[number] ?? `procedure ${number}`) : bytes.text(length);
    bytes.uint16();
    const parameters: { name: string; given: GivenValue }[] = [];
    while (!bytes.ended) {
        const name = bytes.text(bytes.uint8());
        bytes.uint8();
        parameters.push({ name, given: parameterValue(bytes, name) });
    }
    return { procedure, parameters };
}
