/** One line that the next one replaces; empty clears it. */
export type Progress = (line: string) => void;

/** Where progress is written: standard error, so that standard output holds results and nothing else. */
interface ProgressStream {
    readonly isTTY?: boolean;
    readonly columns?: number;
    write(text: string): unknown;
}

/** Seconds between two lines where no person looks: enough to see in a log that something goes on. */
const QUIET_SECONDS = 20;

/** On a terminal one line that is replaced; in a log at most one line in twenty seconds. */
export function progressOn(stream: ProgressStream, now: () => number = Date.now): Progress {
    if (stream.isTTY) {
        return (line) => void stream.write(`\r\u001b[K${line.slice(0, (stream.columns ?? 80) - 1)}`);
    }
    let last = Number.NEGATIVE_INFINITY;
    return (line) => {
        if (line !== "" && now() - last >= QUIET_SECONDS * 1000) {
            last = now();
            stream.write(`${line}\n`);
        }
    };
}

/** A duration as people read it: `45 s`, `2 min 05 s`. */
export function elapsed(milliseconds: number): string {
    const seconds = Math.floor(milliseconds / 1000);
    const rest = String(seconds % 60).padStart(2, "0");
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
