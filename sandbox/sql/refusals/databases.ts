import type { SqlRefusal } from "../sql-refusal";
import { answeredUnverified, ERRORS } from "./sources";

/** Of whole databases, in master. */
export const DATABASE_REFUSALS = {
    noDatabaseToAlter: {
        number: 5011,
        severity: 14,
        text: "User does not have permission to alter database '%s', the database does not exist, or the database is not in a state that allows access checks.",
        title: "Altering a database that is not there.",
        source: ERRORS,
    },
    systemDatabase: {
        number: 3708,
        text: "Cannot drop the database '%s' because it is a system database.",
        title: "Dropping master.",
        source: ERRORS,
    },
    replicated: {
        number: 40680,
        text: "The operation cannot be performed since the database '%s' is in a replication relationship.",
        title: "Dropping a database that has a copy, or removing the link of one that is in a failover group.",
        source: answeredUnverified,
    },
    isCopy: {
        number: 40681,
        text: "The operation cannot be performed since the database '%s' is a replication target.",
        title: "Dropping a copy that is still linked.",
        source: answeredUnverified,
    },
    notReplicated: {
        number: 40679,
        text: "The operation cannot be performed since the database '%s' is not in a replication relationship.",
        title: "Removing a link to a server that holds no copy.",
        source: answeredUnverified,
    },
} as const satisfies Readonly<Record<string, SqlRefusal>>;
