import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { environmentOf } from "./environments";
import { type Loaded, withSettings } from "./load-environment";
import { settingsFromConfig } from "./settings";

/** The folder of the project: Pulumi runs a program with its own folder as working directory. */
const ROOT = join(__dirname, "..", "..");

/**
 * Settings and data of the stack that the engine has selected. The settings come from the engine, so that `--config` counts.
 *
 * @throws SettingsError with every mistake; UnknownEnvironmentError for a stack that belongs to none of the four.
 */
export function loadStack(stackName: string): Loaded {
    const environment = environmentOf(stackName);
    return withSettings(ROOT, environment, () => settingsFromConfig(stackName, pulumi.runtime.allConfig()));
}
