import { RESOURCE, SECRET, SIGNATURE } from "../../arm/wire-form";
import { isMark } from "../../policies/marks";
import type { PlanObject, PlanValue } from "../plan/plan";
import { type Fields, isFields } from "./fields";
import { parseJson } from "./parse-json";

/** What `pulumi preview --json` prints in the place of a secret. */
const SECRET_TEXT = "[secret]";

/** Whether secrets that are plain, as `pulumi stack export --show-secrets` has them, are read or marked. */
export type Secrets = "open" | "marked";

/** Values as the engine writes them, in the words of a plan: its texts for what is unknown, and its signatures. */
export const engineObject = (values: Fields, secrets: Secrets): PlanObject =>
    // What begins so is the engine's or a provider's own: `__provider`, `__defaults`, `__createBeforeDelete`.
    Object.fromEntries(
        Object.entries(values)
            .filter(([key]) => !key.startsWith("__"))
            .map(([key, value]) => [key, engineValue(value, secrets)]),
    );

function engineValue(value: unknown, secrets: Secrets): PlanValue {
    if (value === SECRET_TEXT) {
        return { $secret: true };
    }
    if (typeof value === "string") {
        return isMark(value) ? { $unknown: true } : value;
    }
    if (Array.isArray(value)) {
        return value.map((each) => engineValue(each, secrets));
    }
    return isFields(value) ? (signed(value, secrets) ?? plainObject(value, secrets)) : (value as PlanValue);
}

const plainObject = (fields: Fields, secrets: Secrets): PlanObject =>
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, engineValue(value, secrets)]));

function signed(fields: Fields, secrets: Secrets): PlanValue | undefined {
    switch (fields[SIGNATURE]) {
        case SECRET: {
            const plain = secrets === "open" ? plaintext(fields) : undefined;
            return plain === undefined ? { $secret: true } : engineValue(plain, secrets);
        }
        case RESOURCE:
            return typeof fields.id === "string" && fields.id !== ""
                ? engineValue(fields.id, secrets)
                : { $unknown: true };
        default:
            return undefined;
    }
}

/** A secret is kept as JSON inside of text. */
function plaintext({ plaintext: json }: Fields): unknown {
    try {
        return typeof json === "string" ? parseJson(json, "a secret") : undefined;
    } catch {
        return undefined;
    }
}

/** The texts that values keep secret although they are plain. */
export function plainSecrets(value: unknown, secret = false): readonly string[] {
    if (typeof value === "string") {
        return secret && value !== "" ? [value] : [];
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    const isSecret = isFields(value) && value[SIGNATURE] === SECRET;
    return isSecret
        ? plainSecrets(plaintext(value), true)
        : Object.values(value).flatMap((each) => plainSecrets(each, secret));
}
