import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packSettings } from "../../cli/preview/pack-settings";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { ROOT, street } from "../street";

describe("the pack's configuration of an environment", () => {
    it.each(ENVIRONMENTS)("says of %s what its files say (written by cli/preview/write-pack-settings.ts)", (name) => {
        const text = readFileSync(join(ROOT, "policies/config", `${name}.json`), "utf8");
        expect(JSON.parse(text)).toEqual({ "pack-settings": JSON.parse(JSON.stringify(packSettings(street()[name]))) });
    });
});
