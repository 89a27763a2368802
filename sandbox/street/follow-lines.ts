import { closeSync, openSync, readSync } from "node:fs";

const POLL_MS = 150;
const CHUNK = 1 << 20;

/**
 * Calls back for each complete line of a file that another process is writing, which need not exist yet.
 *
 * @returns to be called when the file is complete: gives the rest, a last line without an end included.
 */
export function followLines(path: string, line: (line: string) => void): () => void {
    let position = 0;
    let rest: Buffer = Buffer.alloc(0);
    const read = (): void => {
        const news = readFrom(path, position);
        position += news.length;
        const text = Buffer.concat([rest, news]);
        const end = text.lastIndexOf(0x0a) + 1;
        // Cut at a line's end, not in the middle of a character.
        rest = text.subarray(end);
        text.subarray(0, end).toString("utf8").split("\n").filter(Boolean).forEach(line);
    };
    const ticker = setInterval(read, POLL_MS);
    return () => {
        clearInterval(ticker);
        read();
        if (rest.length > 0) {
            line(rest.toString("utf8"));
        }
    };
}

function readFrom(path: string, position: number): Buffer {
    let file: number;
    try {
        file = openSync(path, "r");
    } catch {
        return Buffer.alloc(0);
    }
    try {
        const parts: Buffer[] = [];
        for (let at = position; ; ) {
            const part = Buffer.alloc(CHUNK);
            const length = readSync(file, part, 0, CHUNK, at);
            if (length === 0) {
                return Buffer.concat(parts);
            }
            parts.push(part.subarray(0, length));
            at += length;
        }
    } finally {
        closeSync(file);
    }
}
