import type { DatabaseState } from "./database-state";
import { rename } from "./rename-procedure";
import { deleteRule, setRule } from "./rule-procedures";
import { refused } from "./sql-refusals";
import {
    type Changed,
    type ChangeStatement,
    change,
    type GivenValue,
    type SqlValues,
    type TextType,
} from "./sql-statement";

export interface Parameter {
    readonly name: string;
    /** Of an extended procedure, which converts nothing. */
    readonly textType?: TextType;
    readonly optional?: true;
}

/** A stored procedure of SQL Server's own. */
export interface Procedure {
    /** Its parameters, in their order. */
    readonly parameters: readonly Parameter[];
    /** @throws SqlError */
    apply(state: DatabaseState, given: readonly string[]): Changed;
}

/** That of IPv6 is in no text that was read: its names follow those of IPv4 and of `sys.ipv6_database_firewall_rules` [unverified]. */
export const PROCEDURES: Readonly<Record<string, Procedure>> = {
    sp_set_database_firewall_rule: setRule(4, ["@start_ip_address", "@end_ip_address"]),
    sp_delete_database_firewall_rule: deleteRule(4),
    sp_set_ipv6_database_firewall_rule: setRule(6, ["@start_ipv6_address", "@end_ipv6_address"]),
    sp_delete_ipv6_database_firewall_rule: deleteRule(6),
    sp_rename: {
        parameters: [{ name: "@objname" }, { name: "@newname" }, { name: "@objtype", optional: true }],
        apply: rename,
    },
};

/** What a call gives for a parameter: a value, or the name of a variable that holds it. */
export type Argument = GivenValue | { readonly variable: string };

/** Arguments by name, or, where the name is empty, by their place. */
export type Arguments = readonly { readonly name: string; readonly argument: Argument }[];

/** @throws SqlError when it is executed and there is no such procedure, or it has other parameters */
export const called = (procedureName: string, given: Arguments): ChangeStatement =>
    change((state, values) => {
        const procedure = PROCEDURES[procedureName.toLowerCase()];
        if (procedure === undefined) {
            throw refused("noProcedure", procedureName);
        }
        const { parameters } = procedure;
        const found = new Map<Parameter, GivenValue>();
        given.forEach(({ name, argument }, index) => {
            const parameter =
                name === "" ? parameters[index] : parameters.find((one) => one.name === name.toLowerCase());
            if (parameter === undefined) {
                throw refused("extraParameter", name, procedureName);
            }
            found.set(parameter, givenBy(argument, values));
        });
        const missing = parameters.find((parameter) => !found.has(parameter) && !parameter.optional);
        if (missing !== undefined) {
            throw refused("missingParameter", procedureName, missing.name);
        }
        return procedure.apply(
            state,
            parameters.map((parameter) => textOf(found.get(parameter), parameter)),
        );
    });

function givenBy(argument: Argument, values: SqlValues): GivenValue {
    if ("value" in argument) {
        return argument;
    }
    const given = values.get(argument.variable.toLowerCase());
    if (given === undefined) {
        throw refused("undeclared", argument.variable);
    }
    return given;
}

function textOf(given: GivenValue | undefined, { name, textType }: Parameter): string {
    if (textType !== undefined && given?.textType !== textType) {
        throw refused("otherType", name, textType);
    }
    return String(given?.value ?? "");
}
