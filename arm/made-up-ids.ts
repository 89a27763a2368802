import { createHash } from "node:crypto";
import { v5 as uuidv5 } from "uuid";
import type { Json, JsonObject } from "./json";

/** Everything made up hangs on this; it is no one's. */
const NAMESPACE = "0c8bb6b5-4f0e-5d0e-9f0a-3d1f6c1c7a52";

export const uuid = (id: string, what: string): string => uuidv5(`${id.toLowerCase()}#${what}`, NAMESPACE);

export const hex = (id: string, what: string, length: number): string =>
    createHash("sha256").update(`${id.toLowerCase()}#${what}`).digest("hex").slice(0, length);

/** All identities of one subscription belong to one directory. */
export const tenantId = (id: string): string => uuid(id.split("/").slice(0, 3).join("/"), "tenant");

/** Letters and digits in lower case, as many as asked for. */
export function randomText(id: string, length: number): string {
    const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    const bytes = Array.from({ length }, (_, index) => hex(id, `random-${index}`, 8));
    return bytes.map((byte) => alphabet[Number.parseInt(byte, 16) % alphabet.length]).join("");
}

/** A system-assigned identity gets ids of its own; assigned ones are listed with theirs, by id. */
export function identity(id: string, input: Json): Record<string, unknown> {
    const { type, userAssignedIdentities } = input as JsonObject;
    const assigned = Array.isArray(userAssignedIdentities)
        ? (userAssignedIdentities as readonly string[])
        : Object.keys((userAssignedIdentities ?? {}) as JsonObject);
    return {
        type,
        ...(String(type).includes("SystemAssigned")
            ? { principalId: uuid(id, "principal"), tenantId: tenantId(id) }
            : {}),
        ...(assigned.length > 0
            ? { userAssignedIdentities: Object.fromEntries(assigned.map((one) => [one, principal(one)])) }
            : {}),
    };
}

export const principal = (id: string): Record<string, unknown> => ({
    clientId: uuid(id, "client"),
    principalId: uuid(id, "principal"),
});
