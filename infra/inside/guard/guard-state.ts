import type { GuardedDatabase } from "./guarded-database";
import { haveSameNames, inOrderOf } from "./same-names";

/** What is declared of a guard, and of what is there the same. */
export interface GuardInputs {
    readonly host: string;
    readonly database: string;
    readonly directory: string;
    readonly users: readonly string[];
    readonly rules: readonly string[];
    readonly trigger: string;
}

export interface GuardState extends GuardInputs {
    readonly suspectColumns: readonly string[];
    readonly externalSources: readonly string[];
}

/** Inputs as a database has them: who is really there, and how the trigger really stands. */
export const inputsAsFound = (inputs: GuardInputs, { users, rules, trigger }: GuardedDatabase): GuardInputs => ({
    host: inputs.host,
    database: inputs.database,
    directory: inputs.directory,
    users: inOrderOf(inputs.users, users),
    // A name may stand for a rule of either kind of addresses, or one of each.
    rules: inOrderOf(inputs.rules, [...new Set([...rules.ipv4, ...rules.ipv6])]),
    trigger,
});

/** The outputs of a guard: its inputs, and what it found and cannot mend. */
export const stateOf = (inputs: GuardInputs, { suspectColumns, externalSources }: GuardedDatabase): GuardState => ({
    ...inputs,
    suspectColumns,
    externalSources,
});

/** Whether a database must be guarded anew. */
export const isOtherwise = (found: GuardInputs, declared: GuardInputs): boolean =>
    found.trigger !== declared.trigger ||
    !haveSameNames(found.users, declared.users) ||
    !haveSameNames(found.rules, declared.rules);
