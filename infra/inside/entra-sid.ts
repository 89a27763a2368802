import { PlainError } from "./plain-error";

const GUID = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;

/**
 * The SID that SQL keeps of an id in Entra: its 16 bytes as Windows orders them, the first three groups from behind, as `0x…`
 * (`CONVERT(varbinary(16), CONVERT(uniqueidentifier, …))`, MicrosoftDocs/sql-docs#2323).
 *
 * @throws PlainError for what is no GUID.
 */
export function entraSid(entraId: string): string {
    const [, ...groups] = GUID.exec(entraId) ?? [];
    if (groups.length === 0) {
        throw new PlainError(
            `${JSON.stringify(entraId)} is no id of Entra ID; give a GUID such as 00000000-0000-0000-0000-000000000001`,
        );
    }
    const ordered = groups.map((group, index) => (index < 3 ? reversed(group) : group));
    return `0x${ordered.join("").toUpperCase()}`;
}

/** The id in Entra that a SID stands for; of a SID of another length, as a login with a password has, its digits as they are. */
export function entraIdOf(sid: Uint8Array): string {
    const digits = Buffer.from(sid).toString("hex");
    const [, ...groups] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(digits) ?? [];
    return groups.length === 0
        ? `0x${digits.toUpperCase()}`
        : groups.map((group, index) => (index < 3 ? reversed(group) : group)).join("-");
}

const reversed = (digits: string): string => Buffer.from(digits, "hex").reverse().toString("hex");
