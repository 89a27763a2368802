import fc from "fast-check";

/** Pieces with which a name would end, begin or comment out something, were it not quoted. */
const PIECES = [
    "]",
    "[",
    "]]",
    "'",
    "''",
    '"',
    ";",
    "--",
    "/*",
    "*/",
    "@name",
    "\n",
    "\r\nGO\r\n",
    "'; DROP TABLE x --",
    "] ; DROP USER [app] --",
    "COMMIT TRANSACTION;",
    "%",
    "_",
    "\u00a0",
    "ß",
    "😀",
    "\u202e",
    "\ufffd",
    "ſ",
];

const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }));

/** Names that a database can have, the worst first. */
export const anyName: fc.Arbitrary<string> = fc
    .array(piece, { minLength: 1, maxLength: 12 })
    .map((pieces) => pieces.join(""))
    .filter((name) => name.length <= 128 && !name.includes("\0") && !/\p{Surrogate}/u.test(name));
