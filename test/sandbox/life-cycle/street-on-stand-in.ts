import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { type AzureStandIn, startStandIn } from "../../../sandbox/azure/start";
import type { Engine } from "../../../sandbox/engine/engine";
import { engineVariables } from "../../../sandbox/street/engine-variables";
import type { Outcome } from "../../../sandbox/street/outcome";
import { rehearseAndRun } from "../../../sandbox/street/rehearse-and-run";
import { runStack } from "../../../sandbox/street/run-stack";
import { settingsCopy } from "../../../sandbox/street/stack-settings";
import { type StateResource, stateResources } from "../../../sandbox/street/state-resources";
import { type Operation, streetAt } from "../../../sandbox/street/street";
import type { History } from "../../../stacks/promotion/release-history";
import type { Environment } from "../../../stacks/settings/environments";
import { ROOT, TODAY } from "../../street";
import { type Typed, typed } from "./typed";

/** What differs from the tracked files in one run. */
export interface Run {
    readonly today?: string;
    readonly policyPack?: boolean;
    /** False destroys without a trial before. */
    readonly tried?: boolean;
}

/** The whole street on the real engine, against one stand-in. Settings that are changed stay changed. */
export interface StreetOnStandIn {
    /** What the settings of an environment say from now on. */
    set(environment: Environment, change: (settings: string) => string): void;
    /** The release that they name from now on. */
    name(environment: Environment, release: Readonly<Record<string, unknown>>): void;
    run(operation: Operation, environment: Environment, run?: Run): Promise<Outcome>;
    /** The engine's own `pulumi destroy`, typed in the project's folder. */
    typedDestroy(environment: Environment): Promise<Typed>;
    /** What the engine holds of an environment, without providers. */
    state(environment: Environment): readonly StateResource[];
    /** What an environment has deployed, as its stack tells it. */
    releases(environment: Environment): History;
    readonly standIn: AzureStandIn;
    restart(faults?: string): Promise<void>;
    stop(): Promise<void>;
}

export async function streetOnStandIn(engine: Engine): Promise<StreetOnStandIn> {
    const street = streetAt(ROOT, mkdtempSync(join(tmpdir(), "street-")));
    const changes = new Map<Environment, (settings: string) => string>();
    let standIn = await startStandIn({ folder: street.cloud });
    const resources = (environment: Environment) => stateResources(street, environment);
    const connections = () => {
        const { debugProviders, sites, sql } = standIn;
        return { street, engine, debugProviders, sites, sql };
    };
    const set = (environment: Environment, change: (settings: string) => string) => {
        const before = changes.get(environment) ?? ((settings) => settings);
        changes.set(environment, (settings) => change(before(settings)));
    };
    return {
        set,
        name: (environment, release) => set(environment, (settings) => withRelease(settings, release)),
        run: (operation, environment, { today = TODAY, policyPack = false, tried = false } = {}) =>
            (tried ? rehearseAndRun : runStack)({
                ...{ ...connections(), environment, operation, today, policyPack },
                change: changes.get(environment),
            }),
        typedDestroy: (environment) => {
            const words = ["destroy", "--yes", "--non-interactive", "--stack", environment, "--color", "never"];
            return typed(engine.command, [...words, "--config-file", settingsCopy(street, environment)], {
                cwd: ROOT,
                env: engineVariables({ ...connections(), inherited: process.env }),
            });
        },
        state: (environment) =>
            resources(environment).filter(({ type }) => !/^pulumi:(providers:|pulumi:Stack)/.test(type)),
        releases: (environment) =>
            (resources(environment).find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs?.releases ??
                []) as History,
        get standIn() {
            return standIn;
        },
        restart: async (faults) => {
            await standIn.stop();
            standIn = await startStandIn({ folder: street.cloud, faults });
        },
        stop: async () => {
            await standIn.stop();
            rmSync(street.folder, { recursive: true, force: true });
        },
    };
}

function withRelease(settings: string, release: Readonly<Record<string, unknown>>): string {
    const document = parseDocument(settings);
    document.setIn(["config", "figlo-advisor:release"], release);
    // Without quotes the engine would read a day as a time.
    return document.toString({ defaultStringType: "QUOTE_DOUBLE" });
}
