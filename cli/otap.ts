import { EXIT, type Io } from "./io";
import { main } from "./main";

/** Connects the command to the process: the only place that ends it. */
export async function run(argv: readonly string[], root: string): Promise<void> {
    endOnBrokenOutput();
    process.exitCode = await main(argv, processIo(root), process.env.OTAP_TODAY, new Date());
}

function processIo(root: string): Io {
    const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
    return {
        root,
        // Some terminals say that they have no width at all.
        columns: process.stdout.columns || 100,
        colour,
        input: () => process.stdin,
        out: (text) => void process.stdout.write(text),
        err: (text) => void process.stderr.write(text),
        progress: (line) => {
            if (process.stderr.isTTY) {
                process.stderr.write(`\r\u001b[K${line}`);
            }
        },
    };
}

/** How a shell names the end by SIGPIPE: 128 and its number. Node ignores the signal, and sees the error. */
const BROKEN_PIPE = 141;

/**
 * `otap preview | head` needs no message, and must not end with 0: what was cut off may have been a refusal. A full disk is an error, and
 * not one of the environments.
 */
function endOnBrokenOutput(): void {
    process.stdout.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code !== "EPIPE") {
            process.stderr.write(`cannot write the output: ${error.message}\n`);
        }
        process.exit(error.code === "EPIPE" ? BROKEN_PIPE : EXIT.wrongUse);
    });
}
