import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { failOver } from "./azure/failover-groups";
import { KeptCloud } from "./azure/kept-cloud";
import type { Engine } from "./engine/engine";
import { exclusively } from "./exclusive";
import { fitted } from "./fitted";
import type { SandboxIo, SandboxParts } from "./main";
import { isMistake, Mistake } from "./mistake";
import { keptStates } from "./sql/kept-states";
import { engineVariables } from "./street/engine-variables";
import { keepSetting } from "./street/kept-settings";
import { requireNoEngine } from "./street/running-engine";
import { requireSettings } from "./street/stack-settings";
import { stateResources } from "./street/state-resources";
import { type Street, streetAt } from "./street/street";
import { EXIT } from "./street/verdict";

const VERBS = ["fail-over", "export", "import"];

/** Whether a command line asks for what an operator does beside the engine's own operations. */
export const isOperator = ([verb = ""]: readonly string[]): boolean => VERBS.includes(verb);

export interface OperatorIo extends SandboxIo {
    readonly input: NodeJS.ReadableStream;
}

const GROUP = "azure-native:sql:FailoverGroup";

/**
 * `fail-over <stack> --region REGION` plays `az sql failover-group set-primary` on the server in that region, for each failover group of the stack, and
 * prints how many moved; `export <stack>` and `import <stack> --set KEY.FIELD=VALUE` are those of the engine, with a setting that from then on
 * counts in the sandbox instead of the tracked one.
 *
 * @returns the exit code: 0 fine, 2 what cannot be done; nothing is changed then.
 */
export async function operator(
    argv: readonly string[],
    io: OperatorIo,
    findEngine: SandboxParts["findEngine"],
): Promise<number> {
    try {
        await operate(argv, io, findEngine);
        return EXIT.fine;
    } catch (error) {
        io.progress("");
        if (isMistake(error)) {
            io.err(fitted(`${error.message}\n`, io.columns));
            return EXIT.wrongUse;
        }
        throw error;
    }
}

async function operate(argv: readonly string[], io: OperatorIo, findEngine: SandboxParts["findEngine"]): Promise<void> {
    const { values, positionals } = parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: { region: { type: "string" }, set: { type: "string" } },
    });
    const [verb = "", stack = ""] = positionals;
    requireSettings(io.root, stack);
    const street = streetAt(io.root);
    if (stateResources(street, stack).length === 0) {
        throw new Mistake(`${stack} is not up in the sandbox; run otap sandbox up ${stack} first`);
    }
    await exclusively(street.lock, busy, async () => {
        requireNoEngine(street);
        if (verb === "fail-over") {
            io.out(`${setPrimary(street, stack, values.region ?? "")}\n`);
            return;
        }
        const engine = await findEngine(io);
        const input = verb === "import" ? await text(io.input) : "";
        io.out(await stackCommand({ verb, street, engine, stack, input }));
        if (values.set !== undefined) {
            keepSetting(street, stack, values.set);
        }
    });
}

function busy(): never {
    throw new Mistake("another 'otap sandbox' is at work in this project; wait until it is done");
}

/** @returns the number of groups that moved: those that are there already stay. */
function setPrimary(street: Street, stack: string, region: string): number {
    const cloud = new KeptCloud(join(street.cloud, "cloud.jsonl"));
    // What lies in a database follows its role.
    keptStates(cloud, street.cloud);
    const groups = stateResources(street, stack).filter(({ type }) => type === GROUP);
    const sides = groups.map(({ id = "" }) =>
        cloud
            .all("Microsoft.Sql/servers/failoverGroups")
            .filter((group) => group.id.split("/").at(-1)?.toLowerCase() === id.split("/").at(-1)?.toLowerCase())
            .find((group) => regionOf(cloud, group.id) === simple(region)),
    );
    const taking = sides.flatMap((side) => side ?? []);
    if (groups.length === 0 || taking.length < groups.length) {
        throw new Mistake(
            `${stack} has no failover group with a server in ${region}; bring it up with otap sandbox up ${stack}, or choose the other region`,
        );
    }
    const leaving = taking.filter(({ outputs }) => outputs.replicationRole === "Secondary");
    for (const { id } of leaving) {
        const refused = failOver(cloud, id);
        if (refused !== undefined) {
            throw new Mistake(`Azure refuses: Code="${refused.code}" Message="${refused.message}"`);
        }
    }
    return leaving.length;
}

const regionOf = (cloud: KeptCloud, group: string): string =>
    simple(String(cloud.get(group.split("/").slice(0, -2).join("/"))?.body.location ?? ""));

const simple = (region: string): string => region.toLowerCase().replaceAll(" ", "");

interface StackCommandArgs {
    readonly verb: string;
    readonly street: Street;
    readonly engine: Engine;
    readonly stack: string;
    /** What the engine reads. */
    readonly input: string;
}

/** `pulumi stack export` and `pulumi stack import`: no provider is asked. */
async function stackCommand({ verb, street, engine, stack, input }: StackCommandArgs): Promise<string> {
    const child = spawn(engine.command, ["stack", verb, "--stack", stack, "--non-interactive", "--color", "never"], {
        cwd: street.project,
        env: engineVariables({ street, engine, debugProviders: "", sites: "", sql: "", inherited: process.env }),
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    const ended = new Promise<number | null>((resolve, reject) => {
        child.on("error", reject);
        child.on("close", resolve);
    });
    const [said, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    if (code !== 0) {
        throw new Mistake(`the engine cannot ${verb} the state of ${stack}; it is as it was: ${complaint.trim()}`);
    }
    return verb === "export" ? said : "";
}
