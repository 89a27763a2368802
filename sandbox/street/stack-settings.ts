import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { Mistake } from "../mistake";
import type { Street } from "./street";

/** What the engine keeps in a stack's file about its secrets. Those of the real stack are not for the sandbox. */
const SECRETS_KEYS = ["secretsprovider", "encryptedkey", "encryptionsalt"] as const;

/** The name of the file with a stack's settings. */
export const settingsName = (stack: string): string => `Pulumi.${stack}.yaml`;

/** The copy of a stack's settings that the engine may write into. */
export const settingsCopy = (street: Street, stack: string): string => join(street.project, settingsName(stack));

/** The settings of a real stack, with the sandbox's way to keep secrets instead of its own. */
export function sandboxSettings(real: string, salt: string): string {
    const document = parseDocument(real);
    SECRETS_KEYS.forEach((key) => void document.delete(key));
    document.set("encryptionsalt", salt);
    return document.toString();
}

/**
 * Brings the copy up to date with the tracked file, before each run.
 *
 * @param change what a test makes of the settings
 */
export function refreshSettings(
    street: Street,
    stack: string,
    change: (text: string) => string = (text) => text,
): void {
    const copy = settingsCopy(street, stack);
    const salt: unknown = parseDocument(readFileSync(copy, "utf8")).get("encryptionsalt");
    const real = readFileSync(join(street.root, settingsName(stack)), "utf8");
    writeFileSync(copy, sandboxSettings(change(real), String(salt)));
}

/** @throws Mistake when a stack has no settings. */
export function requireSettings(root: string, stack: string): void {
    if (!/^[a-z0-9][a-z0-9-]*$/.test(stack) || !existsSync(join(root, settingsName(stack)))) {
        throw new Mistake(
            `'${stack}': there is no such environment; an environment is a file Pulumi.<name>.yaml of this project`,
        );
    }
}

/** The scratch project: the same name, so that stacks made in it are those of the real one. */
export function prepareProject(street: Street): void {
    for (const folder of [street.project, street.state, street.home, street.cloud, street.logs]) {
        mkdirSync(folder, { recursive: true });
    }
    copyFileSync(join(street.root, "Pulumi.yaml"), join(street.project, "Pulumi.yaml"));
}
