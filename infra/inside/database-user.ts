import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/dynamic-resource";
import type { InsideArgs } from "./inside-args";

/** Roles that every database has. */
export type FixedRole = "db_datareader" | "db_datawriter";

export interface DatabaseUserArgs extends InsideArgs {
    /** Name inside the database, at most 128 characters. */
    readonly userName: string;
    readonly kind: "managed-identity" | "group";
    /**
     * Who it is in Entra ID: of a managed identity the client id, of a group the object id. SQL keeps it as the SID; a managed
     * identity's is its client id and not its principal id (MicrosoftDocs/sql-docs#2323).
     */
    readonly entraId: pulumi.Input<string>;
    readonly roles: readonly FixedRole[];
    /** Rights on the whole database besides those of the roles. */
    readonly grants: readonly "EXECUTE"[];
}

/** A user that exists in one database only, without a login on the server, and with no more than these rights. */
export class DatabaseUser extends DynamicResource {
    constructor(name: string, args: DatabaseUserArgs, opts?: pulumi.CustomResourceOptions) {
        super("DatabaseUser", "infra/inside/database-user-provider", name, { ...args }, opts);
    }
}
