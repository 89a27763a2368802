import { sharedRights } from "../access/shared-rights";
import { ENVIRONMENTS, type Environment } from "./environments";
import { type Loaded, loadEnvironment } from "./load-environment";
import { attempt, type Mistake, SettingsError } from "./settings-error";
import { streetMistakes } from "./street";

/** All four environments. */
export type Street = Readonly<Record<Environment, Loaded>>;

/**
 * Reads the four environments and compares them.
 *
 * @param root folder of the project.
 * @throws SettingsError with every mistake in all of their files and between them.
 */
export function loadStreet(root: string): Street {
    const mistakes: Mistake[] = [];
    const loaded = ENVIRONMENTS.map((environment) => attempt(() => loadEnvironment(root, environment), mistakes));
    const found = loaded.filter((one): one is Loaded => one !== undefined);
    mistakes.push(...streetMistakes(found.map(({ settings }) => settings)), ...sharedRights(found));
    if (mistakes.length > 0) {
        throw new SettingsError(mistakes);
    }
    return Object.freeze(Object.fromEntries(found.map((one) => [one.environment, one]))) as Street;
}
