import type * as pulumi from "@pulumi/pulumi";

/** Where something lies that Azure Resource Manager does not know: in a database, reached by T-SQL. */
export interface InsideArgs {
    /** Listener of the failover group: it leads to the server that writes, so that a failover changes nothing here. */
    readonly host: pulumi.Input<string>;
    readonly database: string;
    /** Directory of the server, from which whoever deploys gets a token. */
    readonly directory: string;
}
