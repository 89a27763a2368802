import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../infra/dynamic/dynamic-resource";

export interface HealthGateArgs {
    /** Host names of a region's sites. */
    readonly hosts: readonly pulumi.Input<string>[];
    /** The path that answers without a session. */
    readonly path: string;
    /** The version that each site must report. */
    readonly version: string;
    /** Of its package: another package under the same version is waited for as well. */
    readonly digest: string;
    /** How long a site may take to start. */
    readonly minutes: number;
}

/**
 * Waits until the sites of a region report a release as theirs. What depends on it is not touched before: another region goes on
 * serving the release before.
 *
 * It asks from where the deployment runs, which must reach the sites: the runners in the environment's network do.
 */
export class HealthGate extends DynamicResource {
    /** What the sites reported when it opened last. */
    declare readonly version: pulumi.Output<string>;
    declare readonly digest: pulumi.Output<string>;

    constructor(name: string, args: HealthGateArgs, opts?: pulumi.CustomResourceOptions) {
        super("HealthGate", "stacks/promotion/health-gate-provider", name, { ...args }, opts);
    }
}
