/**
 * What names of columns call a password, in Dutch and English, small and without `_`, `-`, `.` and spaces: `UserPassword` and `user_password`
 * are the same to the guard.
 */
const ANYWHERE = [
    "password",
    "passwd",
    "passwrd",
    "pasword",
    "passphrase",
    "passcode",
    "pincode",
    "pinnumber",
    "accesscode",
    "pwd",
    "pswd",
    "wachtwoord",
    "wachtwrd",
    "wachtwd",
    "paswoord",
    "wachtzin",
    "wachtcode",
    "toegangscode",
    "inlogcode",
    "logincode",
    "pinnummer",
    "passhash",
    "pwhash",
    "pinhash",
] as const;

/** Words that other words contain as well ("passport", "shipping", "secretary"): on their own, or after whose or which they are. */
const SHORT = ["pin", "pw", "pass", "secret", "geheim", "credential", "credentials"] as const;
const OWNERS = [
    "user",
    "users",
    "gebruiker",
    "gebruikers",
    "login",
    "inlog",
    "account",
    "klant",
    "client",
    "customer",
    "admin",
    "card",
    "kaart",
    "sms",
    "smtp",
    "ftp",
    "mail",
    "db",
    "app",
    "old",
    "new",
    "oude",
    "nieuwe",
] as const;

/** Patterns of LIKE for a name in which nothing stands between words, in groups, each of which a parser reads without going deep. */
export const PASSWORD_PATTERNS: readonly (readonly string[])[] = [
    ANYWHERE.map((word) => `%${word}%`),
    SHORT,
    ...SHORT.map((word) => OWNERS.map((owner) => `%${owner}${word}`)),
];

/** The short word that means nothing else between two underscores; "pw" is per week as well, and "pass" a pass. */
export const PASSWORD_PART = "pin";

/** How the names of what stands beside a hash end. */
export const SALT_ENDINGS = ["salt", "zout"] as const;
export const ALGORITHM_ENDINGS = ["algorithm", "algoritme"] as const;

/** How the names of whole numbers end that tell about a password and are none. */
export const NUMBER_ENDINGS = [
    "id",
    "count",
    "attempts",
    "tries",
    "failures",
    "iterations",
    "version",
    "length",
    "strength",
    "days",
    "age",
    "cost",
    "aantal",
    "pogingen",
    "iteraties",
    "versie",
    "lengte",
    "sterkte",
    "dagen",
] as const;
