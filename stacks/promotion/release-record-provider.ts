import { isDeepStrictEqual } from "node:util";
import type { dynamic } from "@pulumi/pulumi";
import { programDate } from "../today";
import { appended, type BrokenGlass, type History, type NewEntry, type Release } from "./release-history";
import type { ReleaseRecordArgs } from "./release-record";
import { isSandbox } from "./sandbox";

type State = ReleaseRecordArgs & { readonly history: History };

/**
 * Adds an entry when another release has been deployed, or a broken glass was approved anew, and nothing else: a second deployment of the
 * same is no news. What was written stays.
 */
export const provider: dynamic.ResourceProvider<ReleaseRecordArgs, State> = {
    create: async (inputs) => ({ id: inputs.environment, outs: withEntry(inputs, []) }),
    diff: async (_id, { history }, { release, breakGlass }) => ({
        changes: !isLast(history, release) || isApprovedAnew(history, breakGlass),
    }),
    update: async (_id, { history }, inputs) => ({ outs: withEntry(inputs, history) }),
};

const isApprovedAnew = (history: History, breakGlass: BrokenGlass | undefined): boolean =>
    breakGlass !== undefined && !isDeepStrictEqual(breakGlass, history.at(-1)?.breakGlass);

const isLast = (history: History, { version, digest }: Release): boolean =>
    history.at(-1)?.version === version && history.at(-1)?.digest === digest;

function withEntry(inputs: ReleaseRecordArgs, history: History): State {
    requireHealthy(inputs);
    return { ...inputs, history: appended(history, entryOf(inputs, process.env)) };
}

/** A deployment of a part leaves the sites of a region as they were. */
function requireHealthy({ environment, release, healthy }: ReleaseRecordArgs): void {
    const other = healthy.find(({ version, digest }) => version !== release.version || digest !== release.digest);
    if (healthy.length === 0 || other !== undefined) {
        const found = other === undefined ? "no region is" : `a region is at ${other.version} (${other.digest})`;
        throw new Error(
            `release ${release.version} (${release.digest}) is not recorded as deployed in ${environment}: ${found}. ` +
                "Deploy all of it: pulumi up without --target and --exclude",
        );
    }
}

/** What the settings do not say of a release, the pipeline does that deploys it. */
function entryOf(
    { environment, release, rollback, breakGlass }: ReleaseRecordArgs,
    pipeline: NodeJS.ProcessEnv,
): NewEntry {
    const commit = release.commit ?? pipeline.OTAP_COMMIT;
    const approver = release.approver ?? pipeline.OTAP_APPROVER;
    return {
        environment,
        version: release.version,
        digest: release.digest,
        ...(commit ? { commit } : {}),
        ...(approver ? { approver } : {}),
        deployed: programDate(pipeline.OTAP_TODAY, new Date()),
        where: isSandbox(pipeline) ? "sandbox" : "azure",
        ...(rollback ? { rollback } : {}),
        ...(breakGlass ? { breakGlass } : {}),
    };
}
