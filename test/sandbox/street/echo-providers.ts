import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Two echoing providers in place of the stand-in: the street is tested apart from the played Azure. */
export async function startEchoProviders(): Promise<{ readonly debugProviders: string; readonly stop: () => void }> {
    const providers = [start(), start()];
    const [azure, random] = await Promise.all(providers.map(portOf));
    return {
        debugProviders: `azure-native:${azure},random:${random}`,
        stop: () => providers.forEach((provider) => void provider.kill()),
    };
}

const start = (): ChildProcess =>
    spawn(process.execPath, [join(__dirname, "echo-provider.js")], { stdio: ["ignore", "pipe", "inherit"] });

async function portOf(provider: ChildProcess): Promise<number> {
    const [line] = (await once(provider.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    return Number(line.toString().trim());
}
