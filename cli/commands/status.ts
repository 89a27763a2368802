import type { Command } from "commander";
import { Option } from "commander";
import { createColors } from "picocolors";
import { type Environment, predecessorOf } from "../../stacks/settings/environments";
import { loadStreet } from "../../stacks/settings/load-street";
import { EXIT, type Io } from "../io";
import { stableJson } from "../plan/stable-json";
import { chooseEnvironments } from "../preview/choose-environments";
import { askEngine } from "../releases/ask-engine";
import { askSandbox } from "../releases/ask-sandbox";
import { givenRecords } from "../releases/given-records";
import type { Answers } from "../releases/records-of";
import { statusText } from "../releases/status-text";
import { type EnvironmentReleases, type NotesArgs, notesOn, streetReleases } from "../releases/street-releases";
import { type Verification, verifyReleases } from "../releases/verify-releases";

export interface StatusArgs {
    /** Names as the user typed them; none means all four. */
    readonly environments: readonly string[];
    readonly verify: boolean;
    readonly json: boolean;
    readonly sandbox: boolean;
    /** `FILE` or `<environment>=FILE`; none asks the user's engine. */
    readonly from: readonly string[];
    /** ISO date. */
    readonly today: string;
}

/** `otap status`: which release runs where, and with `verify` whether the records of it hold. */
export async function status(args: StatusArgs, io: Io): Promise<number> {
    const names = chooseEnvironments(args.environments);
    const street = loadStreet(io.root);
    const all = streetReleases(street, await answersOf(args, names, io));
    io.progress("");
    const chosen = all.filter(({ environment }) => names.includes(environment));
    const notes: NotesArgs = { source: args.sandbox ? "sandbox" : "state", today: args.today };
    const verification = args.verify ? verifyReleases(chosen, all, notes) : undefined;
    const { columns, colour } = io;
    io.out(
        args.json
            ? stableJson(statusJson(chosen, all, notes, verification))
            : statusText({ chosen, all, ...notes, verification, columns, colours: createColors(colour) }),
    );
    return verification === undefined ? EXIT.fine : exitCodeOf(verification, chosen);
}

/** An environment is compared with the one before it, so that one is asked as well. */
async function answersOf({ sandbox, from }: StatusArgs, names: readonly Environment[], io: Io): Promise<Answers> {
    if (sandbox) {
        return askSandbox(io.root);
    }
    if (from.length > 0) {
        return givenRecords(from, io);
    }
    const asked = [...new Set(names.flatMap((name) => [predecessorOf(name) ?? name, name]))];
    io.progress(`Asking pulumi for ${asked.join(", ")} …`);
    const answers = asked.map(async (name) => [name, await askEngine(io.root, name)] as const);
    return Object.fromEntries(await Promise.all(answers));
}

/** Nothing to verify is no proof. */
function exitCodeOf({ records, problems }: Verification, chosen: readonly EnvironmentReleases[]): number {
    if (records === 0 && chosen.every(({ doubts }) => doubts.length === 0)) {
        return EXIT.wrongUse;
    }
    return problems.length > 0 ? EXIT.violations : EXIT.fine;
}

function statusJson(
    chosen: readonly EnvironmentReleases[],
    all: readonly EnvironmentReleases[],
    notes: NotesArgs,
    verification: Verification | undefined,
): object {
    const environments = chosen.map((own) => [
        own.environment,
        {
            settings: own.settings,
            deployed: own.history?.at(-1) ?? null,
            records: own.history ?? null,
            notes: notesOn(own, all, notes),
            ...(own.unknown === undefined ? {} : { unknown: own.unknown }),
        },
    ]);
    return {
        version: 1,
        today: notes.today,
        source: notes.source,
        environments: Object.fromEntries(environments),
        ...(verification === undefined ? {} : { verification }),
    };
}

/** Options as commander gives them. */
type StatusOptions = Partial<Pick<StatusArgs, "verify" | "json" | "sandbox" | "from" | "today">>;

/**
 * @param today the date to judge by, from what was given
 * @param ended called with the exit code
 */
export function registerStatus(
    program: Command,
    io: Io,
    today: (given?: string) => string,
    ended: (exitCode: number) => void,
): void {
    program
        .command("status")
        .description("which release runs where: the settings, and the records that `pulumi stack export` tells")
        .argument("[environment...]", "ontwikkeling, test, acceptatie or productie; all four when left out")
        .option("--verify", "hold the records against each other; ends with 1 when something does not verify")
        .option("--json", "print it as JSON and nothing else")
        .option("--sandbox", "the stacks of the local sandbox")
        .addOption(
            new Option(
                "--from <file>",
                "what `pulumi stack export` printed, or <environment>=FILE for `pulumi stack output --json`; may stand more than once; - is standard input",
            )
                .argParser((file: string, files: readonly string[] = []) => [...files, file])
                .conflicts("sandbox"),
        )
        .option("--today <date>", "judge what expires by this date (YYYY-MM-DD)")
        .action(async (environments: string[], options: StatusOptions) => {
            const { verify = false, json = false, sandbox = false, from = [] } = options;
            const args = { environments, verify, json, sandbox, from, today: today(options.today) };
            ended(await status(args, io));
        });
}
