import { spawn } from "node:child_process";
import { once } from "node:events";

export interface Typed {
    readonly exitCode: number | null;
    /** Its output and its complaints, as they came. */
    readonly said: string;
}

/** A command as somebody types it. Not waited for in place: the stand-in answers from this process. */
export async function typed(
    command: string,
    args: readonly string[],
    place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Typed> {
    const child = spawn(command, args, place);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (data) => {
            said += data;
        });
    }
    const [exitCode] = (await once(child, "close")) as [number | null];
    return { exitCode, said };
}
