import type { Io } from "../../cli/io";
import { ROOT } from "../street";

/** What a command wrote, where, without a terminal. */
export interface RecordedIo extends Io {
    readonly stdout: () => string;
    readonly stderr: () => string;
}

export function recordedIo(changes: Partial<Io> = {}): RecordedIo {
    let out = "";
    let err = "";
    return {
        root: ROOT,
        columns: 80,
        colour: false,
        input: async function* () {},
        out: (text) => {
            out += text;
        },
        err: (text) => {
            err += text;
        },
        progress: () => {},
        stdout: () => out,
        stderr: () => err,
        ...changes,
    };
}
