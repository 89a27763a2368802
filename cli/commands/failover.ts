import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Command, Option } from "commander";
import { settingsFileOf } from "../../stacks/settings/environments";
import { loadEnvironment } from "../../stacks/settings/load-environment";
import { parseJson } from "../check/parse-json";
import { inputLabel, readInput, STANDARD_INPUT } from "../check/read-input";
import { REGION_ROLES, type RegionRole, withActiveRegion } from "../failover/active-region";
import { followedText, readState } from "../failover/exported-state";
import { type Following, followFailover, type KeptResource } from "../failover/follow-state";
import { EXIT, type Io } from "../io";
import { chooseEnvironment } from "../preview/choose-environments";
import { replaceFile } from "../releases/replace-file";
import { harmless } from "../show/harmless";
import { WrongUse } from "../wrong-use";

export interface FailoverCommandArgs {
    readonly environment: string;
    /** The region that took over. */
    readonly to: RegionRole;
    /** What `pulumi stack export` printed: a path, or `-` for standard input. */
    readonly state: string;
    /** Where the followed state goes; standard output where it is left out. */
    readonly out?: string;
}

/** @param ended called with the exit code */
export function registerFailover(program: Command, io: Io, ended: (exitCode: number) => void): void {
    program
        .command("failover")
        .description("after a failover in Azure: the engine's state of an environment and its setting follow")
        .argument("<environment>", "ontwikkeling, test, acceptatie or productie")
        .addOption(new Option("--to <region>", "the region that took over").choices(REGION_ROLES).makeOptionMandatory())
        .option("--state <file>", "what `pulumi stack export` printed; - is standard input", STANDARD_INPUT)
        .option("--out <file>", "where the state goes that `pulumi stack import` takes; standard output when left out")
        .action(async (environment: string, options: Omit<FailoverCommandArgs, "environment">) => {
            ended(await failover({ environment, ...options }, io));
        });
}

/**
 * `otap failover`: what the engine keeps of an environment, and its setting, follow a failover that an operator made in Azure. Reads and
 * writes files only.
 */
export async function failover(args: FailoverCommandArgs, io: Io): Promise<number> {
    const environment = chooseEnvironment(args.environment);
    const { settings } = loadEnvironment(io.root, environment);
    const label = inputLabel(args.state);
    if (args.out !== undefined && args.state !== STANDARD_INPUT && resolve(args.out) === resolve(args.state)) {
        throw new WrongUse(`--out is the file of --state, ${label}: give another, so that the state before is kept`);
    }
    const text = await readInput(args.state, io);
    const state = readState(parseJson(text, label), environment, label);
    const followed = followFailover(state.resources, { role: args.to, region: settings.regions[args.to] });
    if ("refusal" in followed) {
        throw new WrongUse(`${label}: ${followed.refusal}; nothing was written`);
    }
    const file = settingsFileOf(environment);
    const before = readFileSync(join(io.root, file), "utf8");
    const after = withActiveRegion(before, args.to, file);
    write(args.out, followed.moved.length > 0 ? followedText(state, followed) : text, io);
    if (after !== before) {
        replaceFile(join(io.root, file), before, after);
    }
    io.err(told({ ...followed, args, stack: state.stack, file, set: after !== before }));
    return EXIT.fine;
}

function write(out: string | undefined, text: string, io: Io): void {
    if (out === undefined) {
        io.out(text);
        return;
    }
    try {
        writeFileSync(out, text);
    } catch (error) {
        throw new WrongUse(
            `--out: '${out}' cannot be written: ${(error as Error).message}; the settings are unchanged`,
        );
    }
}

interface Told extends Pick<Following<KeptResource>, "moved" | "groups" | "stranded"> {
    readonly args: FailoverCommandArgs;
    readonly stack: string;
    readonly file: string;
    /** Whether the setting was changed. */
    readonly set: boolean;
}

function told({ args, stack, moved, groups, stranded, file, set }: Told): string {
    const left = stranded.map(({ id = "" }) => harmless(strandedLine(id)));
    const setting = set
        ? `${file} now says sql.activeRegion: ${args.to}; commit it`
        : `${file} already says sql.activeRegion: ${args.to}`;
    if (moved.length === 0) {
        const unchanged = `${stack} already knows its failover group on the ${args.to} server: its state is unchanged`;
        return lines([unchanged, setting, ...left]);
    }
    const databases = moved.filter(({ type }) => type === "azure-native:sql:Database").length;
    return lines([
        ...groups.map(({ name, server }) => harmless(`${stack}: ${name} is on ${server.split("/").at(-1)} now`)),
        `${moved.length} entries of the state follow, among them ${databases} ${databases === 1 ? "database" : "databases"}`,
        setting,
        ...(args.out === undefined ? [] : [`next: pulumi stack import --stack ${stack} --file ${args.out}`]),
        ...left,
    ]);
}

/** @param id `/subscriptions/…/servers/<server>/databases/<database>` */
function strandedLine(id: string): string {
    const [, , , , , , , , server, , database] = id.split("/");
    return (
        `${database} is on ${server}, which holds copies only now, and in no failover group: look what is in it, delete it there, ` +
        "and after the import run `pulumi refresh` and `pulumi up`, which makes it where it belongs"
    );
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join("");
