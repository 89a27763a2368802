import { DATABASE_GUARD } from "../allowed-types";
import { isMark } from "../marks";
import { stackRule } from "../rule";
import { show } from "../show";

/**
 * What a guard has found in a database where it is deployed. Nothing is found before it has looked, as in a first preview. The engine shows
 * what is found at the end, with the stack.
 */
export const sqlDbNoPlainPassword = stackRule([DATABASE_GUARD], ({ inputs }, report) => {
    for (const column of foundIn(inputs.suspectColumns)) {
        report(`column ${show(column)} looks like a password in plain text`, [7, 8]);
    }
    for (const source of foundIn(inputs.externalSources)) {
        report(`external source ${show(source)} leads out of the database`, [13]);
    }
});

const foundIn = (value: unknown): readonly unknown[] =>
    value === undefined || value === null || isMark(value) ? [] : Array.isArray(value) ? value : [value];
