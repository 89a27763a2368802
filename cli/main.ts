import { RunError } from "@pulumi/pulumi";
import { Command, CommanderError, Option } from "commander";
import { registerAccess } from "./commands/access";
import { check, FORMATS } from "./commands/check";
import { registerDns } from "./commands/dns";
import { registerDrill } from "./commands/drill";
import { exportArm } from "./commands/export-arm";
import { registerFailover } from "./commands/failover";
import { preview } from "./commands/preview";
import { registerPromote } from "./commands/promote";
import { registerSandbox } from "./commands/sandbox";
import { registerStatus } from "./commands/status";
import { registerTenants } from "./commands/tenants";
import { EXIT, type Io } from "./io";
import { version as VERSION } from "./package.json";
import { todayFrom } from "./today";
import { WrongUse } from "./wrong-use";

/**
 * Runs one command. Whatever a user can get wrong ends in a sentence and exit code 2; only a fault of our own shows a stack trace.
 *
 * @param defaultToday the date that `OTAP_TODAY` gives, if any
 * @param clock used when no date is given
 */
export async function main(
    argv: readonly string[],
    io: Io,
    defaultToday: string | undefined,
    clock: Date,
): Promise<number> {
    try {
        return await dispatch(argv, io, (given) => todayFrom(given, defaultToday, clock));
    } catch (error) {
        io.progress("");
        if (error instanceof CommanderError) {
            return error.exitCode === 0 ? EXIT.fine : EXIT.wrongUse;
        }
        // What settings and components refuse is a `RunError`, which Pulumi shows without a stack trace as well.
        if (error instanceof WrongUse || RunError.isInstance(error)) {
            io.err(`${error.message}\n`);
            return EXIT.wrongUse;
        }
        throw error;
    }
}

async function dispatch(argv: readonly string[], io: Io, today: (given?: string) => string): Promise<number> {
    let exitCode: number = EXIT.fine;
    const program = new Command("otap")
        .description(
            "Previews, checks and reports on the four environments of the OTAP street, without a cloud account.",
        )
        .version(VERSION, "--version", "print the version")
        // `--version` behind `promote` is that of a release.
        .enablePositionalOptions()
        .showHelpAfterError("(otap --help lists the commands)")
        .exitOverride()
        .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) });
    program
        .command("preview")
        .description("what the environments would create in Azure, and whether that is allowed")
        .argument("[environment...]", "ontwikkeling, test, acceptatie or productie; all four when left out")
        .option("--json", "print the plan as JSON and nothing else")
        .addOption(dateOption())
        .action(async (environments: string[], options: { json?: boolean; today?: string }) => {
            exitCode = await preview({ environments, json: options.json ?? false, today: today(options.today) }, io);
        });
    program
        .command("check")
        .description("the policy pack over a plan, over `pulumi preview --json`, or over `pulumi stack export`")
        .argument("<file>", "what one of these printed; - is standard input")
        .addOption(new Option("--format <format>", "form of the findings").choices(FORMATS).default("text"))
        .addOption(new Option("--json", "print what was checked as a plan: --format json").conflicts("format"))
        .option("--config <file>", "the pack's settings for a program of others, as for --policy-pack-config")
        .addOption(dateOption())
        .action(async (file: string, options: CheckOptions) => {
            const date = (ofInput?: string) => today(options.today ?? ofInput);
            const format = options.json ? "json" : options.format;
            exitCode = await check({ file, format, config: options.config, today: date }, io);
        });
    const exports = program.command("export").description("the plan in the form of other tools").exitOverride();
    exports
        .command("arm")
        .description("the planned resources as ARM templates, one file for each resource group")
        .argument("<environment>", "ontwikkeling, test, acceptatie or productie")
        .option("--out <dir>", "folder to write to; must be empty or hold an earlier export", "arm-export")
        .addOption(dateOption("what ends is planned by this date (YYYY-MM-DD)"))
        .action(async (environment: string, options: { out: string; today?: string }) => {
            exitCode = await exportArm({ environment, out: options.out, today: today(options.today) }, io);
        });
    const ended = (code: number): void => {
        exitCode = code;
    };
    registerAccess(program, io, today, ended);
    registerTenants(program, io, today, ended);
    registerPromote(program, io, today, ended);
    registerStatus(program, io, today, ended);
    registerDns(program, io, ended);
    registerFailover(program, io, ended);
    registerDrill(program, io, today, ended);
    registerSandbox(program, io, today, ended);
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
}

/** Options of `check` as commander gives them. */
interface CheckOptions {
    readonly format: (typeof FORMATS)[number];
    readonly json?: boolean;
    readonly config?: string;
    readonly today?: string;
}

const dateOption = (description = "judge what expires by this date (YYYY-MM-DD)"): Option =>
    new Option("--today <date>", description);
