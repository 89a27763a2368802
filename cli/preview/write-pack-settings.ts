import { resolve } from "node:path";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { loadStreet } from "../../stacks/settings/load-street";
import { writePackSettings } from "./pack-settings-file";

const ROOT = resolve(__dirname, "../..");
const street = loadStreet(ROOT);

for (const environment of ENVIRONMENTS) {
    writePackSettings(ROOT, street[environment]);
}
