/** What is a secret whatever its name. */
const SECRET_FORMS: readonly RegExp[] = [
    // A connection string with a password, in any of the ways to part one, also as JSON or as an address's query.
    /(^|[;,\s?&{"'-])(password|passwd|pwd|account_?key|shared_?access_?(key|signature)|access_?key|api_?key|client_?secret|secret)["']?\s*[=:]\s*(["']?[^;,\s"'&]|"[;,&][^"\s]+"|'[;&][^'\s]+')/i,
    // An address that names a user: `https://user:hunter2@host`; in those of repositories it is everybody's, or an organisation.
    /[a-z][a-z0-9+.-]{0,30}:\/\/(?!git@|[\w-]{1,50}@dev\.azure\.com\/)[^/?#\s"'<>,;]*@/i,
    // `code` is the key of a function.
    /[?&;](sig|code|SharedAccessSignature)=[^&\s]{16,}/i,
    /^https:\/\/(hooks\.slack\.com\/services|[\w-]+\.webhook\.office\.com|discord(app)?\.com\/api\/webhooks)\//i,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/,
    // How those who give keys out mark them: Stripe, GitHub, GitLab, Slack, npm, SendGrid, Google, OpenAI, Amazon.
    /\b(sk|rk)_(live|test)_\w{8,}/,
    /\bwhsec_\w{16,}/,
    /\b(gh[opusr]_|github_pat_)\w{16,}/,
    /\bglpat-[\w-]{16,}/,
    /\bxox[abeoprs]-[\w-]{8,}/,
    /\bnpm_\w{24,}/,
    /\bSG\.[\w-]{16,}\.[\w-]{16,}/,
    /\bAIza[\w-]{30,}/,
    /\bsk-(proj|svcacct|admin|ant)-[\w-]{16,}/,
    /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
    // A client secret of Entra has these two characters after its first four.
    /(^|[^\w~.-])[\w~.-]{3}\dQ~[\w~.-]{28,}/,
];

/** True for a text that opens something, by its form. */
export const hasSecretForm = (value: string): boolean => SECRET_FORMS.some((form) => form.test(value));
