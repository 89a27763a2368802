import * as pulumi from "@pulumi/pulumi";
import { readHistory, UnreadableHistoryError } from "./read-history";
import { brokenLinks, type History } from "./release-history";
import { isSandbox } from "./sandbox";

/** As the engine says it, of whatever backend. */
const UNKNOWN_STACK = /unknown stack/;

export interface Deployed {
    /** Oldest first; those of the sandbox count there alone. */
    readonly releases: History;
    /** Why they cannot be relied on. */
    readonly doubt?: string;
}

/**
 * The releases that a stack of this project has deployed; none while it has deployed nothing; `undefined` when it does not exist.
 *
 * Asked of the engine as `pulumi.StackReference` asks it, but that one ends the program with "unknown stack" before anybody could say
 * what to do.
 */
export async function deployedReleases(stack: string): Promise<Deployed | undefined> {
    const name = [pulumi.getOrganization(), pulumi.getProject(), stack].join("/");
    try {
        const answer = (await pulumi.runtime.invoke("pulumi:pulumi:readStackOutputs", { name })) as {
            readonly outputs?: { readonly releases?: unknown };
        };
        return deployedIn(stack, answer.outputs?.releases ?? []);
    } catch (error) {
        if (UNKNOWN_STACK.test((error as Error).message)) {
            return undefined;
        }
        throw error;
    }
}

function deployedIn(stack: string, told: unknown): Deployed {
    try {
        const history = readHistory(told, "releases");
        const stranger = history.find(({ environment }) => environment !== stack);
        const foreign = stranger && `record ${stranger.number} (${stranger.version}) is one of ${stranger.environment}`;
        return {
            releases: isSandbox(process.env) ? history : history.filter(({ where }) => where === "azure"),
            doubt: brokenLinks(history)[0] ?? foreign,
        };
    } catch (error) {
        if (error instanceof UnreadableHistoryError) {
            return { releases: [], doubt: "the output 'releases' is no list of records" };
        }
        throw error;
    }
}
