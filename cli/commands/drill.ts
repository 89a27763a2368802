import { join } from "node:path";
import type { Command } from "commander";
import { Option } from "commander";
import { createColors } from "picocolors";
import { drillText } from "../drill/drill-text";
import { DRILL_FOLDER, failoverDrill } from "../drill/failover-drill";
import { oneAtATime } from "../drill/one-at-a-time";
import { EXIT, type Io } from "../io";
import { stableJson } from "../plan/stable-json";
import { chooseEnvironment } from "../preview/choose-environments";

/**
 * `otap drill …`: disasters that are tried out.
 *
 * @param today the date of the record, from what was given
 * @param ended called with the exit code
 */
export function registerDrill(
    program: Command,
    io: Io,
    today: (given?: string) => string,
    ended: (exitCode: number) => void,
): void {
    const drill = program.command("drill").description("disasters that are tried out in a sandbox").exitOverride();
    drill
        .command("failover")
        .description("a failover to the other region and back, with a customer added meanwhile")
        .argument("[environment]", "ontwikkeling, test, acceptatie or productie", "ontwikkeling")
        .option("--json", "print the record as JSON and nothing else")
        .addOption(new Option("--today <date>", "judge what expires by this date (YYYY-MM-DD)"))
        .action(async (name: string, options: { readonly json?: boolean; readonly today?: string }) => {
            const environment = chooseEnvironment(name);
            const args = { environment, today: today(options.today) };
            const lock = join(io.root, `${DRILL_FOLDER}.lock`);
            const record = await oneAtATime(lock, () => failoverDrill(args, io));
            io.progress("");
            const { columns, colour } = io;
            io.out(options.json ? stableJson(record) : drillText(record, columns, createColors(colour)));
            ended(record.passed ? EXIT.fine : EXIT.violations);
        });
}
