import { type Command, Option } from "commander";
import { createColors } from "picocolors";
import { loadStreet } from "../../stacks/settings/load-street";
import { accessMatrix } from "../access/access-matrix";
import { accessPage } from "../access/access-page";
import type { AccessRow } from "../access/access-row";
import { accessTable } from "../access/access-table";
import { EXIT, type Io } from "../io";
import { planEnvironment } from "../offline/plan-environment";
import { stableJson } from "../plan/stable-json";
import { chooseEnvironments } from "../preview/choose-environments";

export const ACCESS_FORMATS = ["table", "markdown", "json"] as const;

export interface AccessArgs {
    /** Names as the user typed them; none means all four. */
    readonly environments: readonly string[];
    readonly format: (typeof ACCESS_FORMATS)[number];
    /** ISO date. */
    readonly today: string;
}

/** `otap access`: who may do what, people and platform, from the plans of the environments. */
export async function access({ environments, format, today }: AccessArgs, io: Io): Promise<number> {
    const rows = await accessRows(io.root, environments, today, (line) => io.progress(line));
    io.progress("");
    io.out(
        {
            table: () => accessTable(rows, io.columns, createColors(io.colour)),
            markdown: () => accessPage(rows, today),
            json: () => stableJson({ version: 1, today, rights: rows }),
        }[format](),
    );
    return EXIT.fine;
}

/** The rights of the environments, in OTAP order. */
export async function accessRows(
    root: string,
    environments: readonly string[],
    today: string,
    progress: (line: string) => void,
): Promise<readonly AccessRow[]> {
    const chosen = chooseEnvironments(environments);
    const street = loadStreet(root);
    const rows: AccessRow[] = [];
    for (const environment of chosen) {
        progress(`Planning ${environment} …`);
        const loaded = street[environment];
        const { resources } = await planEnvironment(loaded, today);
        rows.push(...accessMatrix({ loaded, resources, today }));
    }
    return rows;
}

/** Adds `access` to the commands. */
export function registerAccess(
    program: Command,
    io: Io,
    today: (given?: string) => string,
    ended: (code: number) => void,
): void {
    program
        .command("access")
        .description("who may do what on what: people, from access.yaml, and the platform")
        .argument("[environment...]", "ontwikkeling, test, acceptatie or productie; all four when left out")
        .addOption(new Option("--format <format>", "form of the matrix").choices(ACCESS_FORMATS).default("table"))
        .addOption(new Option("--json", "print the matrix as JSON: --format json").conflicts("format"))
        .option("--today <date>", "what ended before this date is not assigned any more (YYYY-MM-DD)")
        .action(async (environments: string[], options: AccessOptions) => {
            const format = options.json ? "json" : options.format;
            ended(await access({ environments, format, today: today(options.today) }, io));
        });
}

/** Options as commander gives them. */
interface AccessOptions {
    readonly format: AccessArgs["format"];
    readonly json?: boolean;
    readonly today?: string;
}
