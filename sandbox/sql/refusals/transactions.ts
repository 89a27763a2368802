import type { SqlRefusal } from "../sql-refusal";
import { answeredUnverified, ERRORS } from "./sources";

/** Of a statement in its place. */
export const TRANSACTION_REFUSALS = {
    readOnly: {
        number: 3906,
        text: 'Failed to update database "%s" because the database is read-only.',
        title: "A change on the copy of a database.",
        source: ERRORS,
    },
    nothingToCommit: {
        number: 3902,
        text: "The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.",
        title: "A commit without a transaction.",
        source: ERRORS,
    },
    nothingToRollBack: {
        number: 3903,
        text: "The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.",
        title: "A rollback without a transaction.",
        source: ERRORS,
    },
    inTransaction: {
        number: 226,
        text: "%s statement not allowed within multi-statement transaction.",
        title: "ALTER DATABASE in a transaction.",
        source: ERRORS,
    },
    dropInTransaction: {
        number: 574,
        text: "%s statement cannot be used inside a user transaction.",
        title: "DROP DATABASE in a transaction.",
        source: ERRORS,
    },
    notInMaster: {
        number: 5001,
        text: "User must be in the master database.",
        title: "ALTER DATABASE or DROP DATABASE elsewhere than in master.",
        source: answeredUnverified,
    },
} as const satisfies Readonly<Record<string, SqlRefusal>>;
