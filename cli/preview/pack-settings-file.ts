import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { SETTINGS_POLICY } from "../../policies/config-schema";
import type { Loaded } from "../../stacks/settings/load-environment";
import { formattedJson } from "../show/formatted-json";
import { packSettings } from "./pack-settings";

/** Writes what `pulumi … --policy-pack-config` reads of an environment, so that the engine judges as the preview does; in the tracked form. */
export function writePackSettings(root: string, loaded: Loaded): void {
    const content = { [SETTINGS_POLICY]: packSettings(loaded) };
    const file = join(root, "policies/config", `${loaded.environment}.json`);
    writeFileSync(file, formattedJson(content));
}
