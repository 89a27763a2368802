import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../infra/dynamic/dynamic-resource";
import type { Environment } from "../settings/environments";
import type { HealthGate } from "./health-gate";
import type { BrokenGlass, History, Release } from "./release-history";

export interface ReleaseRecordArgs {
    readonly environment: Environment;
    readonly release: Release & { readonly commit?: string; readonly approver?: string };
    /** What the health gates opened for, one for each region. */
    readonly healthy: readonly Release[];
    /** The environment that has deployed the release before; none for the first. */
    readonly predecessor?: Environment;
    /** What that environment has deployed under the same version. */
    readonly accepted: readonly Release[];
    /** Why an older version comes back. */
    readonly rollback?: string;
    readonly breakGlass?: BrokenGlass;
}

/**
 * What an environment has deployed, in the order in which it did: written when all else stands, and never taken back.
 *
 * It names the gates by what they opened for: `--target` leaves a gate as it was, and `--continue-on-error` goes on past one that stays
 * shut, in either case without a word to the program.
 */
export class ReleaseRecord extends DynamicResource {
    declare readonly history: pulumi.Output<History>;

    constructor(
        name: string,
        { gates, ...args }: Omit<ReleaseRecordArgs, "healthy"> & { readonly gates: readonly HealthGate[] },
        opts?: pulumi.CustomResourceOptions,
    ) {
        const healthy = gates.map(({ version, digest }) => ({ version, digest }));
        const props = { ...args, healthy, history: undefined };
        super("ReleaseRecord", "stacks/promotion/release-record-provider", name, props, opts);
    }
}
