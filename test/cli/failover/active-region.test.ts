import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withActiveRegion } from "../../../cli/failover/active-region";
import { ROOT } from "../../street";

const FILE = "Pulumi.productie.yaml";
const TEXT = readFileSync(join(ROOT, FILE), "utf8");

describe("the active region in a settings file", () => {
    it("is all that changes, comments and blanks included", () => {
        const changed = withActiveRegion(TEXT, "secondary", FILE);
        expect(changed).toBe(TEXT.replace("activeRegion: primary", "activeRegion: secondary"));
        expect(changed).not.toBe(TEXT);
        expect(withActiveRegion(changed, "primary", FILE)).toBe(TEXT);
    });

    it("stays as it is written where it is that already", () => {
        const quoted = TEXT.replace("activeRegion: primary", 'activeRegion: "primary" # since May');
        expect(withActiveRegion(quoted, "primary", FILE)).toBe(quoted);
        expect(withActiveRegion(quoted, "secondary", FILE)).toContain("activeRegion: secondary # since May\n");
    });

    it("is asked for where it is missing", () => {
        expect(() => withActiveRegion("config: {}\n", "secondary", FILE)).toThrow(
            "Pulumi.productie.yaml: figlo-advisor:sql.activeRegion is missing; write secondary there",
        );
    });
});
