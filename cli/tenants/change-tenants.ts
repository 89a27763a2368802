import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFromYaml, type Tenant } from "../../stacks/settings/data-files";
import { deepFreeze } from "../../stacks/settings/fields";
import { dataFileOf, type Loaded, mistakesBetween } from "../../stacks/settings/load-environment";
import { SettingsError } from "../../stacks/settings/settings-error";
import { stableJson } from "../plan/stable-json";
import { writePackSettings } from "../preview/pack-settings-file";
import { replaceFile } from "../releases/replace-file";
import { WrongUse } from "../wrong-use";
import type { Edited } from "./tenant-rows";

/** A change of a tenant file: in its text, and in what it says. */
export interface TenantChange {
    readonly text: (text: string) => Edited;
    readonly meant: (tenants: readonly Tenant[]) => readonly Tenant[];
}

/**
 * Changes the tenant file of an environment and what the engine's policy pack is told of it. Nothing is written when the environment would be
 * refused afterwards.
 *
 * @throws WrongUse with every mistake that the change would make, or where the file cannot be changed line by line.
 */
export function changeTenants(root: string, loaded: Loaded, { text, meant }: TenantChange): void {
    const name = dataFileOf(loaded.environment, "tenants");
    const file = join(root, name);
    const before = readFileSync(file, "utf8");
    const after = text(before);
    const changed = after === undefined ? undefined : read(name, after, loaded);
    if (after === undefined || changed === undefined || !isSame(changed.data.tenants, meant(loaded.data.tenants))) {
        throw new WrongUse(
            `${name} is not written in lines as '- id: …' with the rest below it, so that no row can be changed alone; change it by hand. Nothing was written`,
        );
    }
    replaceFile(file, before, after);
    tellPack(root, changed, name);
}

function read(file: string, text: string, loaded: Loaded): Loaded {
    const { environment, settings, data } = loaded;
    try {
        const { tenants } = dataFromYaml("tenants", file, text);
        const changed = { ...data, tenants };
        const mistakes = mistakesBetween(environment, settings, changed);
        if (mistakes.length > 0) {
            throw new SettingsError(mistakes);
        }
        return deepFreeze({ environment, settings, data: changed });
    } catch (error) {
        if (error instanceof SettingsError) {
            throw new WrongUse(`Nothing was written. With this change,\n${error.message}`);
        }
        throw error;
    }
}

const isSame = (one: readonly Tenant[], other: readonly Tenant[]): boolean => stableJson(one) === stableJson(other);

function tellPack(root: string, loaded: Loaded, written: string): void {
    try {
        writePackSettings(root, loaded);
    } catch (error) {
        const { message } = error as Error;
        throw new WrongUse(
            `${written} is written, and policies/config/${loaded.environment}.json is not: ${message}; npm run generate writes it`,
        );
    }
}
