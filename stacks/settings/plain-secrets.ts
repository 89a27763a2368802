import type { Problem } from "./problems";
import { looksSecret } from "./secrets";

/** Levels of nesting; the deepest setting has five. */
const DEEPEST = 20;

/** Where a value looks like a secret, at whatever depth; a secret is a mistake even where a text is allowed. */
export function plainSecrets(value: unknown, path: readonly PropertyKey[] = []): readonly Problem[] {
    if (typeof value === "string") {
        return looksSecret(value) ? [{ path, message: secretRemedy("the value looks like a secret") }] : [];
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    if (path.length > DEEPEST) {
        return [{ path: path.slice(0, 1), message: `nested too deeply; settings are at most ${DEEPEST} levels deep` }];
    }
    return Object.entries(value).flatMap(([key, inner]) =>
        key === "secure" ? [] : plainSecrets(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    );
}

/** What to do about a secret that was found. */
export const secretRemedy = (found: string): string =>
    `${found}, in plain text; remove it, replace the secret, and keep the new one in Key Vault`;
