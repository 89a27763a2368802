import { createReadStream } from "node:fs";
import type { Io } from "../io";
import { harmless } from "../show/harmless";
import { WrongUse } from "../wrong-use";

/** The name that stands for standard input. */
export const STANDARD_INPUT = "-";

/** Node reads no more than this into one text (`buffer.constants.MAX_STRING_LENGTH`, a little under 2^29). */
const MOST_BYTES = 2 ** 29 - 25;

/** How an input is called in what is said about it. */
export const inputLabel = (file: string): string =>
    file === STANDARD_INPUT ? "standard input" : `'${harmless(file)}'`;

/**
 * The text of a file or of standard input, in UTF-8 or UTF-16: PowerShell 5 writes the latter for `>`.
 *
 * @throws WrongUse when it cannot be read or is too large.
 */
export async function readInput(file: string, io: Pick<Io, "input">): Promise<string> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
        for await (const chunk of file === STANDARD_INPUT ? io.input() : createReadStream(file)) {
            size += chunk.length;
            if (size > MOST_BYTES) {
                throw new WrongUse(
                    `${inputLabel(file)} is larger than ${MOST_BYTES >> 20} MB, which is more than fits; ` +
                        "check one stack at a time",
                );
            }
            chunks.push(chunk);
        }
    } catch (error) {
        throw error instanceof WrongUse ? error : new WrongUse(unreadable(file, error as NodeJS.ErrnoException));
    }
    return decode(Buffer.concat(chunks));
}

function unreadable(file: string, { code, message }: NodeJS.ErrnoException): string {
    switch (code) {
        case "ENOENT":
            return `there is no file ${inputLabel(file)}; give a file, or - for standard input`;
        case "EISDIR":
            return `${inputLabel(file)} is a folder; give a file in it, or - for standard input`;
        case "EACCES":
        case "EPERM":
            return `${inputLabel(file)} may not be read by you; change its permissions`;
        default:
            return `${inputLabel(file)} cannot be read: ${harmless(message)}`;
    }
}

/** By its byte order mark; JSON begins with an ASCII character, so that its second byte tells UTF-16 without one. */
function decode(bytes: Buffer): string {
    const [first, second] = bytes;
    if (first === 0xfe && second === 0xff) {
        return new TextDecoder("utf-16be").decode(bytes);
    }
    const utf16 = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
    // The decoder takes the mark away.
    return new TextDecoder(utf16 ? "utf-16le" : "utf-8").decode(bytes);
}
