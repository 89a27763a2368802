import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
    forgetSettings,
    keepSetting,
    keptSettings,
    keptSettingsLines,
    withKeptSettings,
} from "../../../sandbox/street/kept-settings";
import { type Street, streetAt } from "../../../sandbox/street/street";

const TRACKED = "config:\n  tiny:sql:\n    # who writes\n    activeRegion: primary\n";
const SETTING = "tiny:sql.activeRegion";

describe("settings that count in a sandbox only", () => {
    let street: Street;
    beforeEach(() => {
        street = streetAt(mkdtempSync(join(tmpdir(), "kept-")));
        mkdirSync(street.project, { recursive: true });
        writeFileSync(join(street.root, "Pulumi.test.yaml"), TRACKED);
    });
    afterEach(() => rmSync(street.root, { recursive: true, force: true }));

    it("take the place of the tracked ones, and say so", () => {
        keepSetting(street, "test", `${SETTING}=secondary`);
        expect(withKeptSettings(street, "test", TRACKED)).toBe(TRACKED.replace("primary", "secondary"));
        expect(keptSettingsLines(street, "test")).toBe(
            "  in this sandbox tiny:sql.activeRegion is secondary, since a failover in it\n",
        );
    });

    it("are not kept where the tracked file says the same", () => {
        keepSetting(street, "test", `${SETTING}=secondary`);
        keepSetting(street, "test", `${SETTING}=primary`);
        expect(keptSettings(street, "test")).toEqual({});
        expect(keptSettingsLines(street, "test")).toBe("");
    });

    it("are those of one environment, and end with it", () => {
        keepSetting(street, "test", `${SETTING}=secondary`);
        expect(withKeptSettings(street, "productie", TRACKED)).toBe(TRACKED);
        forgetSettings(street, "test");
        expect(withKeptSettings(street, "test", TRACKED)).toBe(TRACKED);
    });

    it("are refused where they are no setting", () => {
        expect(() => keepSetting(street, "test", "activeRegion=secondary")).toThrow(
            "'activeRegion=secondary' is no setting; write KEY.FIELD=VALUE",
        );
    });
});
