import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FORMATS } from "../../cli/commands/check";
import { main } from "../../cli/main";
import { PROVIDER_SETTINGS } from "../../stacks/settings/provider-settings";
import { ROOT } from "../street";
import { fixtureFile } from "./check/fixture";
import { recordedIo } from "./recorded-io";

const README = readFileSync(join(ROOT, "README.md"), "utf8");

/** The text of one section, its own subsections included. */
const section = (heading: string): string => {
    const level = /^#+/.exec(heading)?.[0].length ?? 0;
    const [, after = ""] = README.split(`\n${heading}\n`);
    return after.split(new RegExp(`^#{2,${level}} `, "m"))[0] ?? "";
};

/** Commands in the order in which the first words of each stand in a section. */
const places = (text: string, commands: readonly string[]): readonly number[] =>
    commands.map((command) => text.indexOf(command));

const ascending = (numbers: readonly number[]): boolean =>
    numbers.every((number, index) => number > (numbers[index - 1] ?? -1));

describe("the README", () => {
    it("opens with the two commands that a newcomer types", () => {
        expect(README).toMatch(/^# .+\n\n```\nnpm run preview\nnpm test\n```\n/);
    });

    it("names every setting of the provider that a file may hold", () => {
        const settings = section("### 3. Settings");
        expect(Object.keys(PROVIDER_SETTINGS).filter((key) => !settings.includes(key))).toEqual([]);
    });

    it.each([
        [
            "### 2. What exists before the first deployment",
            [
                "az group create",
                "az keyvault create",
                "az role assignment create",
                "az keyvault certificate import",
                "az keyvault secret set",
                "az keyvault update",
            ],
        ],
        [
            "### 4. State",
            [
                "az group create",
                "az storage account create",
                "az keyvault create",
                '"Storage Blob Data Contributor"',
                '"Key Vault Crypto Officer"',
                "az storage container create",
                "az keyvault key create",
            ],
        ],
        [
            "### 5. Log in and deploy",
            ["az login", "check-dns", "pulumi login", "npm ci", "pulumi stack init", "pulumi up"],
        ],
    ])("gives the commands of '%s' in an order that works: rights before their use", (heading, commands) => {
        expect(ascending(places(section(heading), commands))).toBe(true);
    });

    it("lets nobody point a name at a Traffic Manager name that is not theirs yet", () => {
        expect(section("### 6. DNS")).toContain("when the first `up` has made the Traffic Manager profile");
    });

    describe("on checking", () => {
        const checking = section("## Checking what others made, and what is deployed");
        const commands = [...checking.matchAll(/npx otap (check [^|>#`\n]+)/g)].map(([, command]) => command?.trim());

        it.each(commands)("gives a command that works: otap %s", async (command = "") => {
            const io = recordedIo({
                input: async function* () {
                    yield readFileSync(fixtureFile("careless-export"));
                },
            });
            const words = command.replace(/\S+\.json/, fixtureFile("careless-preview")).split(/\s+/);
            // What the program `careless` does is violated.
            expect(await main(words, io, "2026-11-23", new Date(0))).toBe(1);
            expect(io.stderr()).toBe("");
        });

        it("has one for each kind of input", () => {
            expect(new Set(commands)).toEqual(new Set(["check -", "check resources.json"]));
        });

        it("names every format", () => {
            expect(FORMATS.filter((format) => format !== "text" && !checking.includes(`--format ${format}`))).toEqual(
                [],
            );
        });
    });
});
