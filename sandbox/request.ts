import { parseArgs } from "node:util";
import { parseFaults } from "./azure/parse-faults";
import { Mistake } from "./mistake";
import { OPERATIONS, type Operation } from "./street/street";

/** What is asked of the sandbox. */
export interface Request {
    readonly operation: Operation | "status";
    /** Names of stacks, in the order in which a release passes them. */
    readonly environments: readonly string[];
    readonly policyPack: boolean;
    readonly json: boolean;
    readonly today?: string;
    readonly faults?: string;
}

/**
 * The request of a command line: `<operation> <environment…> [--no-policy-pack] [--json] [--today DATE] [--faults FAULTS]`. Which environments
 * there are is known to who starts the sandbox.
 *
 * @throws Mistake
 */
export function parseRequest(argv: readonly string[]): Request {
    const { values, positionals } = parsed(argv);
    const [name, ...environments] = positionals;
    const operation = [...OPERATIONS, "status" as const].find((known) => known === name);
    if (operation === undefined) {
        throw new Mistake(
            `'${name ?? ""}' is no operation of the sandbox; choose from ${OPERATIONS.join(", ")}, status`,
        );
    }
    // Before an engine is looked for, which can take minutes.
    const { drifts, sqlDrifts } = parseFaults(values.faults);
    if (operation === "preview" && drifts.length + sqlDrifts.length > 0) {
        throw new Mistake(
            "--faults: a drift does not show in a preview, which compares the program with the engine's own state; use refresh",
        );
    }
    if (environments.length === 0) {
        throw new Mistake(
            operation === "destroy"
                ? "name the environments to take down, or ask for the whole street with --all"
                : "name at least one environment",
        );
    }
    return {
        operation,
        environments,
        policyPack: !values["no-policy-pack"],
        json: values.json ?? false,
        today: values.today,
        faults: values.faults,
    };
}

function parsed(argv: readonly string[]) {
    try {
        return parseArgs({
            args: [...argv],
            allowPositionals: true,
            options: {
                "no-policy-pack": { type: "boolean" },
                json: { type: "boolean" },
                today: { type: "string" },
                faults: { type: "string" },
            },
        });
    } catch (error) {
        throw new Mistake((error as Error).message);
    }
}
