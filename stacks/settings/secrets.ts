/** Names of keys that hold a secret wherever one meets them. */
const SECRET_NAME = /passw(or)?d|passphrase|\bpwd\b|secret|token|credential|connection_?string|(^|[a-z_-])key$|sas$/i;

/** Text that is a secret by its form: connection strings, signatures, private keys, tokens of well-known issuers. */
const SECRET_FORMS: readonly RegExp[] = [
    /(accountkey|sharedaccesskey|sharedsecretvalue|client_?secret|api_?key)\s*=\s*[^;\s]/i,
    // In prose as well as in a connection string: "wachtwoord: x", "pwd=x".
    /(password|passwd|passphrase|wachtwoord|\bpwd)["']?\s*[=:]\s*\S/i,
    // "token: abc123", but not "token: kept in the vault".
    /(\b|account|access|api|client)[ _]?(key|token|secret)["']?\s*[=:]\s*(?=\S*\d)[^;\s]{6,}|\bbearer\s+(?=\S*\d)[\w.~+/-]{12,}/i,
    // "The password for sa is Welkom01!", but not "is hashed", "is SHA-256-hashed" or "is 12-character".
    /(password|passphrase|wachtwoord|\bpwd)(\s+(for|of|van|voor)(\s+[\w-]+){1,3})?\s+is\s+["']?(?!argon2|bcrypt|scrypt|pbkdf2|aes|sha-?\d|\d+-)(?=\S*[a-z])(?=\S*[\d!@#$%^&*])\S/i,
    // However short: the signature of a shared access signature.
    /(^|[?&;\s"'])sig=[^&\s]/i,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /:\/\/[^/\s:@]+:[^/\s@]+@/,
    /\beyJ[\w-]{8,}\.[\w-]{8,}\./,
    /\b(gh[pousr]_|glpat-|pul-|sk_live_|xox[abprs]-)[\w-]{16,}/,
    // A client secret of Entra ID.
    /[\w.~-]{3}8Q~[\w.~-]{20,}/,
];

const KNOWN_FORMS = [/^sha256:[0-9a-f]{64}$/i, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i];

/** True for the name of a key that announces a secret. */
export const namesSecret = (key: string): boolean => SECRET_NAME.test(key);

/** What to do about a secret that was found. */
export const secretRemedy = (found: string): string =>
    `${found}, in plain text; remove it, replace the secret, and keep the new one in Key Vault`;

/** True for text that looks like a secret: by its form, or because it is long and random. */
export function looksSecret(text: string): boolean {
    const start = text.slice(0, 4096);
    if (KNOWN_FORMS.some((form) => form.test(start))) {
        return false;
    }
    return SECRET_FORMS.some((form) => form.test(start)) || start.split(/[\s/:,;]+/).some(isRandom);
}

/** 32 characters or more, either all hexadecimal or mixed as base64 is, with the entropy of chance. */
function isRandom(word: string): boolean {
    if (!/^[\w+=~.-]{32,}$/.test(word) || KNOWN_FORMS.some((form) => form.test(word))) {
        return false;
    }
    const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(word)).length;
    const hexadecimal = /^[0-9a-f]+$/i.test(word);
    return (kinds === 3 && entropy(word) > 4) || (hexadecimal && entropy(word) > 3);
}

/** Shannon's entropy in bits for each character. */
function entropy(text: string): number {
    const counts = new Map<string, number>();
    for (const character of text) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    return [...counts.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0);
}
