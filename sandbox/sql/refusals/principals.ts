import type { SqlRefusal } from "../sql-refusal";
import { answeredUnverified, ERRORS } from "./sources";

/** Of users, roles and rights. */
export const PRINCIPAL_REFUSALS = {
    principalExists: {
        number: 15023,
        text: "User, group, or role '%s' already exists in the current database.",
        title: "A user whose name is taken.",
        source: ERRORS,
    },
    sidExists: {
        number: 15063,
        text: "The login already has an account under a different user name.",
        title: "A user whose SID another user has.",
        source: ERRORS,
    },
    badSid: {
        number: 40506,
        text: "Specified SID is invalid for this version of SQL Server.",
        title: "A user whose SID is not sixteen bytes.",
        source: answeredUnverified,
    },
    badValue: {
        number: 15021,
        text: "Invalid value given for parameter %s. Specify a valid parameter value.",
        title: "An address of a firewall rule that is none.",
        source: answeredUnverified,
    },
    fixedPrincipal: {
        number: 15150,
        text: "Cannot drop the %s '%s'.",
        title: "Dropping a user that every database has.",
        source: ERRORS,
    },
    noPrincipal: {
        number: 15151,
        text: "Cannot %s the %s '%s', because it does not exist or you do not have permission.",
        title: "Changing a user, role or external data source that is not there.",
        source: ERRORS,
    },
} as const satisfies Readonly<Record<string, SqlRefusal>>;
