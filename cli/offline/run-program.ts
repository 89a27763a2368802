import * as pulumi from "@pulumi/pulumi";

import debuggable = require("@pulumi/pulumi/runtime/debuggable");

import * as settings from "@pulumi/pulumi/runtime/settings";

import state = require("@pulumi/pulumi/runtime/state");

import { withLazyProperties } from "./lazy-properties";
import { OfflineMonitor, type Oracle, type Registration, type WireObject } from "./monitor";
import { withPlainInputs } from "./plain-inputs";
import { withUnpackedStructs } from "./unpacked-structs";

/** What stacks of a backend without organizations are called by. */
const ORGANIZATION = "organization";

export interface ProgramRun {
    readonly project: string;
    readonly stack: string;
    /** Stack configuration with full keys (`namespace:name`), each value as the engine passes it: text, objects as JSON. */
    readonly config: Readonly<Record<string, string>>;
    /** Keys of `config` whose values are secret. */
    readonly secretKeys?: readonly string[];
    /** False plays a finished deployment: every output that the oracle does not give is then `undefined`, not unknown. */
    readonly preview: boolean;
    readonly oracle: Oracle;
    readonly program: () => unknown;
}

export interface ProgramResult {
    readonly registrations: readonly Registration[];
    /** The stack's outputs in wire form. */
    readonly outputs: WireObject;
}

/**
 * Runs a Pulumi program in this process, without engine, login or plugins. Programs run one at a time in a process.
 *
 * @throws what the program throws, also from inside an `apply`.
 */
export async function runProgram(run: ProgramRun): Promise<ProgramResult> {
    const monitor = new OfflineMonitor(run.project, run.stack, run.oracle, run.config["azure-native:location"]);
    const running = lean(() =>
        inOwnStore(async () => {
            settings.setMockOptions(monitor, run.project, run.stack, run.preview, ORGANIZATION);
            enableFeatures();
            pulumi.runtime.setAllConfig({ ...run.config }, [...(run.secretKeys ?? [])]);
            await failingOnUnhandledRejection(() =>
                failingOnStandstill(async () => {
                    await pulumi.runtime.runInPulumiStack(async () => run.program());
                    await settings.disconnect();
                }),
            );
        }),
    );
    await running.catch((error: unknown) => {
        throw monitor.refusal ?? error;
    });
    if (monitor.refusal) {
        throw monitor.refusal;
    }
    const stack = monitor.registrations.find((registration) => registration.type === "pulumi:pulumi:Stack");
    return { registrations: monitor.registrations, outputs: monitor.outputs.get(stack?.urn ?? "") ?? {} };
}

const lean = (body: () => Promise<void>): Promise<void> =>
    withoutTraces(() => withLazyProperties(() => withPlainInputs(() => withUnpackedStructs(body))));

/**
 * Each run has a store of its own; without one the resources of a second program would join the first. The SDK would also take it
 * from an `AsyncLocalStorage`, but that makes Node follow every promise, a tenth of the time of a large program.
 */
async function inOwnStore(body: () => Promise<void>): Promise<void> {
    const { LocalStore } = state as unknown as { LocalStore: new () => object };
    const holder = globalThis as { globalStore?: object };
    const before = holder.globalStore;
    holder.globalStore = new LocalStore();
    try {
        await body();
    } finally {
        holder.globalStore = before;
    }
}

/** What today's engine supports; `setMocks` of the SDK switches on the same, except transforms, which need a gRPC server. */
function enableFeatures(): void {
    const { getStore } = state as unknown as { getStore(): Record<string, boolean> };
    Object.assign(getStore(), {
        supportsSecrets: true,
        supportsResourceReferences: true,
        supportsOutputValues: false,
        supportsDeletedWith: true,
        supportsReplaceWith: true,
        supportsAliasSpecs: true,
        supportsTransforms: false,
        supportsParameterization: true,
        supportsResourceHooks: true,
        supportsErrorHooks: true,
    });
}

/**
 * A failed `apply` shows itself only as a rejection that nobody handles: the first one fails the run. While a program runs, such
 * rejections are its own, so other listeners wait.
 */
async function failingOnUnhandledRejection(body: () => Promise<void>): Promise<void> {
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    const failed = new Promise<never>((_, reject) => process.on("unhandledRejection", reject));
    try {
        await Promise.race([body().then(turn), failed]);
    } finally {
        // One failure rejects several promises of the SDK: all of them are heard before the others listen again.
        await turn();
        process.removeAllListeners("unhandledRejection");
        others.forEach((listener) => void process.on("unhandledRejection", listener));
    }
}

/**
 * Resources that wait for one another in a circle wait for ever: nothing is left for Node to do, and it would end the process as if all were
 * well.
 */
async function failingOnStandstill(body: () => Promise<void>): Promise<void> {
    let fail: (error: Error) => void = () => undefined;
    const stood = new Promise<never>((_, reject) => {
        fail = reject;
    });
    const standstill = (): void =>
        fail(
            new pulumi.RunError(
                "the program stands still: resources wait for one another, in a circle of dependencies",
            ),
        );
    process.once("beforeExit", standstill);
    try {
        await Promise.race([body(), stood]);
    } finally {
        process.removeListener("beforeExit", standstill);
    }
}

/** Node reports a rejection at the end of the turn in which nobody took it. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The SDK takes a stack trace for every promise, to find leaks, and one for every resource, to show where the program made it. That
 * is most of the time of a large program, and offline nobody reads either: both are left out while programs run here.
 */
async function withoutTraces(body: () => Promise<void>): Promise<void> {
    const promises = debuggable as unknown as { debuggablePromise: <T>(promise: Promise<T>) => Promise<T> };
    const resources = pulumi.Resource as unknown as { callsites: () => readonly object[] };
    const { debuggablePromise } = promises;
    const { callsites } = resources;
    promises.debuggablePromise = (promise) => promise;
    resources.callsites = () => [];
    try {
        await body();
    } finally {
        promises.debuggablePromise = debuggablePromise;
        resources.callsites = callsites;
    }
}
