import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AzureStandIn, startStandIn } from "../../../sandbox/azure/start";
import type { Engine } from "../../../sandbox/engine/engine";
import { engineVariables } from "../../../sandbox/street/engine-variables";
import type { Outcome } from "../../../sandbox/street/outcome";
import { type RunStackArgs, runStack } from "../../../sandbox/street/run-stack";
import { type StateResource, stateResources } from "../../../sandbox/street/state-resources";
import { type Operation, type Street, streetAt } from "../../../sandbox/street/street";
import type { Environment } from "../../../stacks/settings/environments";
import { ROOT } from "../../street";
import { type Typed, typed } from "./typed";

/** One environment of ours on the real engine, against the stand-in, in a folder of its own. */
export interface StackOnStandIn {
    run(operation: Operation, more?: Partial<RunStackArgs>): Promise<Outcome>;
    /** The engine's own command line in the street's project, which has settings and no program; the stack is added. */
    pulumi(...args: readonly string[]): Promise<Typed>;
    /** What the engine holds, without providers and the stack itself. */
    state(): readonly StateResource[];
    readonly standIn: AzureStandIn;
    readonly street: Street;
    /** The stand-in ends and starts again, with what it knew; faults in the words of `otap sandbox --faults`. */
    restart(faults?: string): Promise<void>;
    stop(): Promise<void>;
}

/** @param root folder of the project whose program runs */
export async function stackOnStandIn(engine: Engine, environment: Environment, root = ROOT): Promise<StackOnStandIn> {
    const street = streetAt(root, mkdtempSync(join(tmpdir(), `life-of-${environment}-`)));
    let standIn = await startStandIn({ folder: street.cloud });
    const args = () => ({
        ...{ street, engine, environment, today: "2026-11-23" },
        debugProviders: standIn.debugProviders,
        sites: standIn.sites,
        sql: standIn.sql,
    });
    return {
        street,
        get standIn() {
            return standIn;
        },
        run: (operation, more = {}) => runStack({ ...args(), operation, ...more }),
        pulumi: (...words) =>
            typed(engine.command, [...words, "--stack", environment, "--color", "never"], {
                cwd: street.project,
                env: engineVariables({ ...args(), inherited: process.env }),
            }),
        state: () =>
            stateResources(street, environment).filter(({ type }) => !/^pulumi:(providers:|pulumi:Stack)/.test(type)),
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
