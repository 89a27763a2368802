import { holdsRandomText } from "./random-text";
import { hasSecretForm } from "./secret-forms";

/** Words that make a name one of a secret: `SmtpPassword`, `API_SECRET`, `Jwt__Key`. */
const SECRET_PARTS =
    /password|passwd|passphrase|pwd|secret|token|credential|connection_*string|(api|access|account|private|shared|storage)_*key/i;
const SECRET_WORDS: ReadonlySet<string> = new Set(["dsn", "hmac", "key", "keys", "pass", "pat", "pfx", "salt", "sas"]);

/** Names of what opens nothing: where the vault is, a key that is public or sorts rows, what a key is called. */
const HARMLESS_NAMES =
    /key_*vault|(public|partition|sort|row|primary|foreign|cache)_*keys?(?![a-z])|keys?_*(id|identifier|name|version)$|pass_*through/gi;

/** Names of what is said about a secret: how long it is or lasts, of which kind it is, where it stands. */
const ABOUT_SECRETS =
    /(length|size|count|limit|lifetime|ttl|validity|timeout|expiry|expires|expires_*in|expiration|_ms|seconds|minutes|hours|days|type|policy|store|header)$/i;

/** A number of tokens is no token. */
const isNumberOfTokens = (name: string, value: string): boolean =>
    /tokens?$/i.test(name) && /max|min/i.test(name) && /^\d+$/.test(value);

/** Says where telemetry goes; it opens nothing where local authentication is off. */
const NOT_SECRET: ReadonlySet<string> = new Set(["APPLICATIONINSIGHTS_CONNECTION_STRING"]);

/** True for the name of a setting that should hold a secret. */
export function namesSecret(name: string): boolean {
    if (NOT_SECRET.has(name) || ABOUT_SECRETS.test(name)) {
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

/** Both forms in Microsoft's "Use Key Vault references as app settings". */
const BY_ADDRESS =
    /^@Microsoft\.KeyVault\(\s*SecretUri=https:\/\/[a-z0-9-]+\.vault\.azure\.net(:443)?\/secrets\/[a-z0-9-]+(\/[a-z0-9]*)?\s*\)$/i;
const BY_NAME =
    /^@Microsoft\.KeyVault\(\s*(?=.*VaultName=)(?=.*SecretName=)((Vault|Secret)(Name|Version)=[\w-]+(;\s*|(?=\s*\))))+\s*\)$/i;

/** True for a reference to a secret in a vault of Azure, which App Service follows. */
export const isVaultReference = (value: string): boolean => BY_ADDRESS.test(value.trim()) || BY_NAME.test(value.trim());

/** True for a value in plain text that opens something, by its form or by the name that it has. */
export function isPlainSecret(name: string, value: string, connection: boolean): boolean {
    if (isVaultReference(value)) {
        return false;
    }
    const isHarmless =
        /^(true|false|managedidentity)$/i.test(value) ||
        isNumberOfTokens(name, value) ||
        isIdentityConnection(value) ||
        isAddress(name, value);
    return (
        hasSecretForm(value) ||
        (!PUBLIC_NAMES.test(name) && !NOT_SECRET.has(name) && holdsRandomText(value)) ||
        (!connection && namesSecret(name) && !isHarmless)
    );
}

/** Names of random text that everybody may know: ids, digests, releases, images and keys that are public. */
const PUBLIC_NAMES =
    /commit|revision|digest|checksum|hash|thumbprint|fingerprint|certificates?$|etag|version|build|release|image|public_*key|(^|[^a-z])sha\d*$|_id$|[a-z]Id$/i;

/** A connection string that lets an identity sign in. */
const isIdentityConnection = (value: string): boolean =>
    /(^|;)\s*(Server|Data Source|Address|Addr|Network Address)\s*=/i.test(value) &&
    /(^|;)\s*Authentication\s*=\s*"?Active/i.test(value);

/** Where a secret is given out or kept is none: an address by its name, without a part that could be one. A tenant's id is none. */
function isAddress(name: string, value: string): boolean {
    const isNamed = /_*(endpoint|uri|url|issuer|authority|audience)$/i.test(name);
    const [, path] = /^https:\/\/[^/?#@\s]+(\/[^?#@\s]*)?$/i.exec(value) ?? [undefined, "?"];
    const parts = (path ?? "").split("/");
    return isNamed && path !== "?" && parts.every((part) => part.length < 16 || GUID.test(part) || !/\d/.test(part));
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
