import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Operation } from "./street";

export interface EngineArgumentsArgs {
    readonly operation: Operation;
    /** Only tries whether a `destroy` would be allowed. */
    readonly rehearsal?: boolean;
    readonly stack: string;
    /** The copy of the stack's settings; the tracked file is never given to the engine, which writes into it. */
    readonly configFile: string;
    readonly eventLog: string;
    /** The folder of the pack, and its configuration; undefined runs without policies. */
    readonly policyPack?: PolicyPackArgs;
    /** A preview that prints every step as JSON. */
    readonly json?: boolean;
}

export interface PolicyPackArgs {
    readonly folder: string;
    readonly config?: string;
}

/** The engine's command line. Its own preview before a change is left out: `rehearse-and-run.ts` runs it apart, with its own events. */
export function engineArguments(args: EngineArgumentsArgs): readonly string[] {
    const { operation, policyPack } = args;
    const judged = judges(operation);
    return [
        operation,
        ...["--stack", args.stack, "--config-file", args.configFile, "--event-log", args.eventLog],
        ...["--non-interactive", "--color", "never", "--suppress-outputs"],
        ...(operation === "preview" ? [] : ["--suppress-progress"]),
        ...(changes(args) ? ["--yes", "--skip-preview"] : []),
        ...(operation !== "preview" && args.rehearsal ? ["--preview-only"] : []),
        ...(operation === "preview" && args.json ? ["--json"] : []),
        ...(judged && policyPack ? ["--policy-pack", policyPack.folder] : []),
        ...(judged && policyPack?.config ? ["--policy-pack-config", policyPack.config] : []),
    ];
}

/** True for an operation that policies judge. */
export const judges = (operation: Operation): boolean => operation === "preview" || operation === "up";

const changes = ({ operation, rehearsal }: EngineArgumentsArgs): boolean => operation !== "preview" && !rehearsal;

/**
 * The project's policy pack with the configuration of a stack: that of its own name, or of the environment that its name starts with
 * (`productie-klanten-02`). Without one the pack judges as it does productie.
 */
export function policyPackOf(root: string, stack: string): PolicyPackArgs | undefined {
    const folder = join(root, "policies");
    if (!existsSync(join(folder, "PulumiPolicy.yaml"))) {
        return undefined;
    }
    const parts = stack.split("-");
    const config = parts
        .map((_, index) => join(folder, "config", `${parts.slice(0, parts.length - index).join("-")}.json`))
        .find((file) => existsSync(file));
    return { folder, config };
}
