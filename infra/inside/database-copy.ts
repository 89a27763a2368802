import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/dynamic-resource";

export interface DatabaseCopyArgs {
    /** Host names of both servers, whichever of them writes. */
    readonly servers: readonly pulumi.Input<string>[];
    readonly database: string;
    readonly directory: string;
}

/**
 * The copy of a database that a failover group made on its other server. Azure keeps it when the database leaves the group and when it is deleted
 * (azure-rest-api-specs#10511), so that something must know of it: with this resource it goes too.
 */
export class DatabaseCopy extends DynamicResource {
    constructor(name: string, args: DatabaseCopyArgs, opts?: pulumi.CustomResourceOptions) {
        super("DatabaseCopy", "infra/inside/database-copy-provider", name, { ...args }, opts);
    }
}
