import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { Mistake } from "../mistake";
import { settingsName } from "./stack-settings";
import type { Street } from "./street";

/** Settings that count in a sandbox instead of the tracked ones, by `key.field`, such as the region that writes after a failover there. */
export type KeptSettings = Readonly<Record<string, string>>;

const fileOf = (street: Street, stack: string): string => join(street.project, `${stack}.settings.json`);

export const keptSettings = (street: Street, stack: string): KeptSettings =>
    existsSync(fileOf(street, stack)) ? (JSON.parse(readFileSync(fileOf(street, stack), "utf8")) as KeptSettings) : {};

/**
 * Keeps a setting for the runs to come; one that the tracked file says as well needs no keeping.
 *
 * @param setting `key.field=value`
 */
export function keepSetting(street: Street, stack: string, setting: string): void {
    const [, path = "", value = ""] = /^([^=]+\.[^=.]+)=(.+)$/.exec(setting) ?? [];
    if (path === "") {
        throw new Mistake(`'${setting}' is no setting; write KEY.FIELD=VALUE`);
    }
    const { [path]: _before, ...others } = keptSettings(street, stack);
    const tracked = readFileSync(join(street.root, settingsName(stack)), "utf8");
    const kept = parseDocument(tracked).getIn(placeOf(path)) === value ? others : { ...others, [path]: value };
    writeFileSync(fileOf(street, stack), `${JSON.stringify(kept)}\n`);
}

/** What was kept for an environment that is gone counts no more. */
export const forgetSettings = (street: Street, stack: string): void => rmSync(fileOf(street, stack), { force: true });

/** A settings file with those that are kept. */
export function withKeptSettings(street: Street, stack: string, text: string): string {
    const kept = Object.entries(keptSettings(street, stack));
    if (kept.length === 0) {
        return text;
    }
    const document = parseDocument(text);
    kept.forEach(([path, value]) => void document.setIn(placeOf(path), value));
    return document.toString();
}

/** What a reader must know of them, a line for each. */
export const keptSettingsLines = (street: Street, stack: string): string =>
    Object.entries(keptSettings(street, stack))
        .map(([path, value]) => `  in this sandbox ${path} is ${value}, since a failover in it\n`)
        .join("");

function placeOf(path: string): readonly string[] {
    const at = path.lastIndexOf(".");
    return ["config", path.slice(0, at), path.slice(at + 1)];
}
