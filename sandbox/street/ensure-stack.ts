import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Engine } from "../engine/engine";
import { prepareProject, requireSettings, settingsCopy } from "./stack-settings";
import { hasState, releaseStack } from "./state-resources";
import type { Street } from "./street";

/**
 * Makes the stack of an environment in the street's backend, unless it is there.
 *
 * @throws Mistake for an environment without settings.
 */
export function ensureStack(street: Street, engine: Engine, stack: string, variables: NodeJS.ProcessEnv): void {
    requireSettings(street.root, stack);
    prepareProject(street);
    // Whoever runs the engine holds the street's own lock, so one of the engine's is left by a run that was killed.
    releaseStack(street, stack);
    if (hasState(street, stack) && existsSync(settingsCopy(street, stack))) {
        return;
    }
    const { status, stderr, error } = spawnSync(
        engine.command,
        ["stack", "init", stack, "--non-interactive", "--no-select", "--color", "never"],
        { cwd: street.project, env: variables, encoding: "utf8" },
    );
    if (status !== 0) {
        throw new Error(`the engine cannot make the stack ${stack} in ${street.folder}: ${error?.message ?? stderr}`);
    }
}
