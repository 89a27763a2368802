import type * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";

export interface DatabaseLogsArgs {
    readonly databaseId: pulumi.Input<string>;
    readonly workspaceId: pulumi.Input<string>;
    readonly after: pulumi.Resource;
}

/**
 * How a database runs. The two audit categories are left out: the server's audit log holds them for all its databases, and would
 * hold them twice.
 */
const CATEGORIES = [
    "AutomaticTuning",
    "Blocks",
    "DatabaseWaitStatistics",
    "Deadlocks",
    "Errors",
    "QueryStoreRuntimeStatistics",
    "QueryStoreWaitStatistics",
    "SQLInsights",
    "Timeouts",
];

/** Sends the logs and metrics of one database to the workspace of its region. */
export const databaseLogs = (name: string, args: DatabaseLogsArgs, parent: pulumi.Resource): pulumi.Resource =>
    diagnostics(
        name,
        {
            resourceUri: args.databaseId,
            workspaceId: args.workspaceId,
            categories: CATEGORIES,
            metrics: true,
            after: args.after,
        },
        parent,
    );
