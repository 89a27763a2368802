import {
    closeSync,
    fsyncSync,
    openSync,
    readFileSync,
    realpathSync,
    renameSync,
    rmSync,
    statSync,
    writeSync,
} from "node:fs";
import { WrongUse } from "../wrong-use";

/**
 * Puts a text in the place of a file's own, whole or not at all: whoever reads it meanwhile, or when the power fails, has one of the two.
 *
 * @param before what the file is to hold still: somebody else's change is not written over
 * @throws WrongUse when it cannot be written, or holds something else by now.
 */
export function replaceFile(file: string, before: string, after: string): void {
    try {
        // A link stays one, and what is renamed lies on the same disk.
        const real = realpathSync(file);
        // Of this process: two that write at once do not write into each other.
        const part = `${real}.part-${process.pid}`;
        const descriptor = openSync(part, "w", statSync(real).mode);
        try {
            writeWhole(descriptor, after);
            if (readFileSync(real, "utf8") !== before) {
                throw new WrongUse(`'${file}' was changed by somebody else meanwhile; do it again`);
            }
            renameSync(part, real);
        } finally {
            rmSync(part, { force: true });
        }
    } catch (error) {
        const { message } = error as Error;
        throw new WrongUse(
            `${error instanceof WrongUse ? message : `cannot write '${file}': ${message}`}; nothing was written`,
        );
    }
}

function writeWhole(descriptor: number, text: string): void {
    try {
        writeSync(descriptor, text);
        fsyncSync(descriptor);
    } finally {
        closeSync(descriptor);
    }
}
