import { hasSecretForm } from "./secret-forms";

/** Words that make a name one of a secret: `SmtpPassword`, `API_SECRET`, `Jwt__Key`. */
const SECRET_PARTS =
    /password|passwd|passphrase|pwd|secret|token|credential|connection_*string|(api|access|account|private|shared|storage)_*key/i;
const SECRET_WORDS: ReadonlySet<string> = new Set(["dsn", "hmac", "key", "keys", "pass", "pat", "pfx", "salt", "sas"]);

/** Names of what opens nothing: where the vault is, a key that is public, what a key is called. */
const HARMLESS_NAMES = /key_*vault|public_*keys?(?![a-z])|keys?_*(id|identifier|name|version)$/gi;

/** Says where telemetry goes; it opens nothing where local authentication is off. */
const NOT_SECRET: ReadonlySet<string> = new Set(["APPLICATIONINSIGHTS_CONNECTION_STRING"]);

/** True for the name of a setting that should hold a secret. */
export function namesSecret(name: string): boolean {
    if (NOT_SECRET.has(name)) {
        return false;
    }
    const rest = name.replace(HARMLESS_NAMES, "");
    return SECRET_PARTS.test(rest) || wordsOf(rest).some((word) => SECRET_WORDS.has(word));
}

/** `Jwt__signingKey` is jwt, signing and key. */
const wordsOf = (name: string): readonly string[] =>
    name
        .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
        .toLowerCase()
        .split(/[^a-z0-9]+/);

const VAULT_REFERENCE = /^@Microsoft\.KeyVault\([^)]+\)$/i;

/** True for a reference to a secret in a vault, which App Service follows. */
export const isVaultReference = (value: string): boolean => VAULT_REFERENCE.test(value.trim());

/** True for a value in plain text that opens something, by its form or by the name that it has. */
export function isPlainSecret(name: string, value: string, connection: boolean): boolean {
    if (isVaultReference(value)) {
        return false;
    }
    const isHarmless = /^(true|false)$/i.test(value) || isIdentityConnection(value) || isTokenAddress(name, value);
    return hasSecretForm(value) || (!connection && namesSecret(name) && !isHarmless);
}

/** A connection string that lets an identity sign in. */
const isIdentityConnection = (value: string): boolean =>
    /(^|;)\s*(Server|Data Source|Address|Addr|Network Address)\s*=/i.test(value) &&
    /(^|;)\s*Authentication\s*=\s*"?Active/i.test(value);

/** Where tokens are given out is no token: an address by its name, without a part that could be one. A tenant's id is none. */
function isTokenAddress(name: string, value: string): boolean {
    const isAddress = /(token|credential)s?_*(endpoint|uri|url|issuer|authority|audience)$/i.test(name);
    const [, path] = /^https:\/\/[^/?#@\s]+(\/[^?#@\s]*)?$/i.exec(value) ?? [undefined, "?"];
    const parts = (path ?? "").split("/");
    return isAddress && path !== "?" && parts.every((part) => part.length < 16 || GUID.test(part) || !/\d/.test(part));
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
