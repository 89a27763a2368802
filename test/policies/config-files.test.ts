import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { ROOT, street } from "../street";

describe("the pack's configuration of an environment", () => {
    it.each(ENVIRONMENTS)("says of %s what its settings say", (environment) => {
        const text = readFileSync(join(ROOT, "policies/config", `${environment}.json`), "utf8");
        const { allowEea } = street()[environment].settings.regions;
        expect(JSON.parse(text)).toEqual({ "pack-settings": { environment, allowEea } });
    });
});
