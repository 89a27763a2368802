import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Two echoing providers in place of the stand-in: the street is tested apart from the played Azure. */
/** Where nothing answers: its programs have no applications. */
export const NO_SITES = "http://127.0.0.1:9";
/** Its programs have no databases. */
export const NO_SQL = JSON.stringify({ port: 9, ca: "", token: "" });

export async function startEchoProviders(): Promise<{
    readonly debugProviders: string;
    readonly sites: string;
    readonly sql: string;
    readonly stop: () => void;
}> {
    const providers = [start(), start()];
    const [azure, random] = await Promise.all(providers.map(portOf));
    return {
        debugProviders: `azure-native:${azure},random:${random}`,
        sites: NO_SITES,
        sql: NO_SQL,
        stop: () => providers.forEach((provider) => void provider.kill()),
    };
}

const start = (): ChildProcess =>
    spawn(process.execPath, [join(__dirname, "echo-provider.js")], { stdio: ["ignore", "pipe", "inherit"] });

async function portOf(provider: ChildProcess): Promise<number> {
    const [line] = (await once(provider.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    return Number(line.toString().trim());
}
