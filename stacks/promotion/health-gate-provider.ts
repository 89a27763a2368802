import { isDeepStrictEqual } from "node:util";
import type { dynamic } from "@pulumi/pulumi";
import { sandboxSites } from "./sandbox";
import { type Patience, type Wanted, waitForRelease } from "./wait-for-release";

interface Inputs extends Wanted {
    readonly minutes: number;
}

/** Waits again whenever something else than the patience changes. */
export const provider: dynamic.ResourceProvider<Inputs, Inputs> = {
    create: async (inputs) => {
        await wait(inputs);
        return { id: inputs.hosts.join(" "), outs: inputs };
    },
    diff: async (_id, olds, news) => ({ changes: !isDeepStrictEqual(wanted(olds), wanted(news)) }),
    update: async (_id, _olds, inputs) => {
        await wait(inputs);
        return { outs: inputs };
    },
};

const wanted = ({ hosts, path, version, digest }: Inputs) => ({ hosts, path, version, digest });

function wait(inputs: Inputs): Promise<void> {
    const played = sandboxSites(process.env);
    return waitForRelease(inputs, played === undefined ? inAzure(inputs) : inSandbox(inputs, played));
}

const inAzure = ({ minutes }: Inputs): Patience => ({
    origin: (host) => `https://${host}`,
    pauseMs: 10_000,
    totalMs: minutes * 60_000,
});

/** Nothing starts slowly there: a minute of it is sixty milliseconds. */
const inSandbox = ({ minutes }: Inputs, played: string): Patience => ({
    origin: (host) => `${played}/${host}`,
    pauseMs: 10,
    totalMs: minutes * 60,
});
