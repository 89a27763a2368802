import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";

export interface DiagnosticsArgs {
    /** Id of the resource that writes the logs. */
    readonly resourceUri: pulumi.Input<string>;
    readonly workspaceId: pulumi.Input<string>;
    /** Log categories by name; all of them where it is left out. */
    readonly categories?: readonly string[];
    /** False for the few resources that have no platform metrics. */
    readonly metrics?: boolean;
    /** What must be over before, beside the resource itself. */
    readonly after?: pulumi.Resource;
}

/**
 * Sends a resource's logs and metrics to the workspace of its region. One setting for each resource: Azure refuses a second
 * one with the same sink and category. In Azure it is called as in Pulumi, so that it can be told from others outside its resource.
 */
export function diagnostics(name: string, args: DiagnosticsArgs, parent: pulumi.Resource): monitor.DiagnosticSetting {
    const logs = args.categories
        ? args.categories.map((category) => ({ category, enabled: true }))
        : [{ categoryGroup: "allLogs", enabled: true }];
    return new monitor.DiagnosticSetting(
        name,
        {
            name,
            resourceUri: args.resourceUri,
            workspaceId: args.workspaceId,
            logs,
            metrics: args.metrics === false ? [] : [{ category: "AllMetrics", enabled: true }],
        },
        { parent, dependsOn: args.after },
    );
}
