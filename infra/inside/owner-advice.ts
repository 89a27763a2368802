/**
 * "… and cannot be dropped": who runs a procedure of others (15136), owns a schema (15138), an object (15183) or a role (15421), or granted or
 * denied something to others (15284). Source: Microsoft, "Database engine events and errors"; of 15136, 15183 and 15284 unverified.
 */
const TIED = [15_136, 15_138, 15_183, 15_284, 15_421] as const;

const REMEDY =
    "A user that must go owns something in the database, or others' rights come from it: give that to dbo (ALTER AUTHORIZATION), take those rights back (REVOKE), and run the same command again.";

/** What to do about a user that SQL Server does not drop, by the number of its answer. */
export const OWNER_ADVICE: Readonly<Record<number, string>> = Object.fromEntries(
    TIED.map((number) => [number, REMEDY]),
);
