import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { SETTINGS_POLICY } from "../../policies/config-schema";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { loadStreet } from "../../stacks/settings/load-street";
import { packSettings } from "./pack-settings";

const ROOT = resolve(__dirname, "../..");
const street = loadStreet(ROOT);

// What `pulumi … --policy-pack-config` reads, so that the engine judges as the preview does.
for (const environment of ENVIRONMENTS) {
    const content = { [SETTINGS_POLICY]: packSettings(street[environment]) };
    writeFileSync(join(ROOT, "policies/config", `${environment}.json`), `${JSON.stringify(content, null, 4)}\n`);
}
