import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/dynamic-resource";
import { GUARD_VERSION } from "./guard/trigger";
import type { InsideArgs } from "./inside-args";

export interface DatabaseGuardArgs extends InsideArgs {
    /** Names of the users that may be in the database, beside those that every database has. */
    readonly users: readonly string[];
    /** Names of the firewall rules that may be in the database. */
    readonly rules: readonly string[];
}

/**
 * Keeps a database as it is declared: a trigger refuses a column that looks like a password and is neither encrypted nor a one-way hash,
 * and users and firewall rules that nobody declared are taken away. What it finds and cannot mend it tells.
 *
 * After a refresh its inputs say what is there, so that a preview shows strangers among `users` and `rules` and what is wrong with the `trigger`.
 */
export class DatabaseGuard extends DynamicResource {
    /** Columns, `schema.table.column`, that look like a password and were there before the guard. */
    declare readonly suspectColumns: pulumi.Output<readonly string[]>;
    /** Names of sources of data outside the database: none belongs in a tenant's. */
    declare readonly externalSources: pulumi.Output<readonly string[]>;

    constructor(name: string, args: DatabaseGuardArgs, opts?: pulumi.CustomResourceOptions) {
        const props = { ...args, trigger: GUARD_VERSION, suspectColumns: undefined, externalSources: undefined };
        super("DatabaseGuard", "infra/inside/database-guard-provider", name, props, opts);
    }
}
