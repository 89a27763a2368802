import type { SqlRefusal } from "../sql-refusal";
import { ERRORS } from "./sources";

/** Of tables, triggers and other objects. */
export const OBJECT_REFUSALS = {
    noObjectFound: {
        number: 1088,
        severity: 15,
        text: 'Cannot find the object "%s" because it does not exist or you do not have permissions.',
        title: "Enabling or disabling a trigger that is not there.",
        source: ERRORS,
    },
    twoColumns: {
        number: 2705,
        text: "Column names in each table must be unique. Column name '%s' in table '%s' is specified more than once.",
        title: "A table with two columns of one name.",
        source: ERRORS,
    },
    objectExists: {
        number: 2714,
        text: "There is already an object named '%s' in the database.",
        title: "A table, schema or trigger whose name is taken.",
        source: ERRORS,
    },
    noType: {
        number: 2715,
        text: "Column, parameter, or variable #%s: Cannot find data type %s.",
        title: "A column of a type that is not known.",
        source: ERRORS,
    },
    noSchema: {
        number: 2760,
        text: 'The specified schema name "%s" either does not exist or you do not have permission to use it.',
        title: "A table in a schema that is not there.",
        source: ERRORS,
    },
    nothingToDrop: {
        number: 3701,
        severity: 11,
        text: "Cannot drop the %s '%s', because it does not exist or you do not have permission.",
        title: "Dropping a table, trigger or database that is not there.",
        source: ERRORS,
    },
    noTable: {
        number: 4902,
        text: 'Cannot find the object "%s" because it does not exist or you do not have permissions.',
        title: "Altering a table that is not there.",
        source: ERRORS,
    },
    noColumnToAlter: {
        number: 4924,
        text: "ALTER TABLE %s COLUMN failed because column '%s' does not exist in table '%s'.",
        title: "Altering or dropping a column that is not there.",
        source: ERRORS,
    },
    nothingToRename: {
        number: 15225,
        severity: 11,
        text: "No item by the name of '%s' could be found in the current database '%s', given that @itemtype was input as '%s'.",
        title: "Renaming a table that is not there.",
        source: ERRORS,
    },
    noColumnToRename: {
        number: 15248,
        severity: 11,
        text: "Either the parameter @objname is ambiguous or the claimed @objtype (%s) is wrong.",
        title: "Renaming a column that is not there.",
        source: ERRORS,
    },
    newNameTaken: {
        number: 15335,
        severity: 11,
        text: "Error: The new name '%s' is already in use as a %s name and would cause a duplicate that is not permitted.",
        title: "Renaming to a name that is taken.",
        source: ERRORS,
    },
    sourceExists: {
        number: 46502,
        text: "Type with name '%s' already exists.",
        title: "An external data source whose name is taken.",
        source: "general knowledge of SQL Server [U]",
    },
} as const satisfies Readonly<Record<string, SqlRefusal>>;
