/** Names of keys that hold a secret wherever one meets them. */
const SECRET_NAME = /passw(or)?d|passphrase|\bpwd\b|secret|token|credential|connection_?string|(^|[a-z_-])key$|sas$/i;

/** Text that is a secret by its form: connection strings, signatures, private keys, tokens of well-known issuers. */
const SECRET_FORMS: readonly RegExp[] = [
    /(^|[;\s"'])(password|pwd|accountkey|sharedaccesskey|sharedsecretvalue)\s*=\s*[^;\s]/i,
    /(^|[?&])sig=[^&\s]{16,}/i,
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
