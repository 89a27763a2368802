import fc from "fast-check";
import { parse } from "yaml";
import type { ReleaseSettings } from "../../../cli/releases/asked-release";
import { withReleaseIn } from "../../../cli/releases/release-in-settings";
import { settingsFromYaml } from "../../../stacks/settings/settings";
import { textOf } from "../../stacks/settings/examples";

const RELEASE: ReleaseSettings = { version: "3.9.0", digest: `sha256:${"a1".repeat(32)}` };
const KEY = "figlo-advisor:release";

const releaseIn = (text: string): unknown => (parse(text) as { config: Record<string, unknown> }).config[KEY];

describe("a release in a settings file", () => {
    it("changes its own lines and no other byte", () => {
        const text = textOf("Pulumi.productie.yaml");
        const changed = withReleaseIn(text, { ...RELEASE, commit: "c".repeat(40), approver: "release manager" });
        const differing = text.split("\n").filter((line, index) => line !== changed.split("\n")[index]);
        expect(differing.map((line) => line.trim().split(":")[0])).toEqual(["version", "digest", "commit"]);
        expect(changed.split("\n")).toHaveLength(text.split("\n").length);
    });

    it("takes away what the former release said of itself", () => {
        const text = `config:\n  ${KEY}:\n    version: 3.8.0\n    digest: x\n    commit: y\n    rollback:\n      reason: It was slow.\n  other: 1\n`;
        expect(withReleaseIn(text, RELEASE)).toBe(
            `config:\n  ${KEY}:\n    version: 3.9.0\n    digest: ${RELEASE.digest}\n  other: 1\n`,
        );
    });

    it("keeps comments, quotes, indentation, blank lines and odd spaces around it", () => {
        const text = [
            "config:",
            "    # Before.",
            `    ${KEY}:`,
            "        # Above the version.",
            '        version: "3.8.1" # behind it',
            "        digest: x # of the package",
            "    # After.",
            "    other:   [a,   b]",
            "",
            "",
            "    last: 1",
        ];
        const expected = text.map((line) => line.replace("3.8.1", "3.9.0").replace(": x", `: ${RELEASE.digest}`));
        expect(withReleaseIn(text.join("\n"), RELEASE)).toBe(expected.join("\n"));
    });

    it("keeps what follows a comment at its end", () => {
        const text = `config:\n  ${KEY}:\n    version: 3.8.1\n    digest: x\n    # At the end.\n  other: 1\n`;
        expect(withReleaseIn(text, RELEASE)).toBe(text.replace("3.8.1", "3.9.0").replace(": x", `: ${RELEASE.digest}`));
    });

    it("keeps the line ends of Windows, a byte order mark, and a last line without an end", () => {
        const unix = `config:\n  ${KEY}:\n    version: 3.8.1\n    digest: x`;
        const expected = `config:\n  ${KEY}:\n    version: 3.9.0\n    digest: ${RELEASE.digest}`;
        expect(withReleaseIn(unix, RELEASE)).toBe(expected);
        expect(withReleaseIn(unix.replace(/\n/g, "\r\n"), RELEASE)).toBe(expected.replace(/\n/g, "\r\n"));
        expect(withReleaseIn(`\ufeff${unix}`, RELEASE)).toBe(`\ufeff${expected}`);
    });

    it("reads a release in braces, on a line of its own and in one line with all else", () => {
        for (const text of [
            `config:\n  other: 1\n  ${KEY}: { version: 3.8.1, digest: x }\n`,
            `config: { other: 1, ${KEY}: { version: 3.8.1, digest: x } }\n`,
            JSON.stringify({ config: { other: 1, [KEY]: { version: "3.8.1", digest: "x" } } }),
        ]) {
            const changed = withReleaseIn(text, RELEASE);
            expect(releaseIn(changed)).toEqual(RELEASE);
            expect((parse(changed) as { config: { other: number } }).config.other).toBe(1);
        }
    });

    it("quotes what YAML 1.1, which Pulumi reads, takes for something else than text", () => {
        const release = {
            ...RELEASE,
            commit: "0".repeat(40),
            approver: "yes",
            breakGlass: {
                reason: 'Line one: "a" # no comment\nand \\ more',
                requester: "no",
                approver: "on",
                until: "2026-12-01",
            },
        };
        const changed = withReleaseIn(textOf("Pulumi.productie.yaml"), release);
        const read = parse(changed, { version: "1.1" }) as { config: Record<string, unknown> };
        expect(read.config[KEY]).toEqual(release);
    });

    it("does not break long sentences over lines", () => {
        const reason = `A ${"very ".repeat(90)}long reason.`;
        const changed = withReleaseIn(textOf("Pulumi.productie.yaml"), { ...RELEASE, rollback: { reason } });
        expect(changed).toContain(`\n    rollback:\n      reason: "${reason}"\n`);
    });

    it("keeps every comment and every other setting, wherever comments and blank lines stand", () => {
        const file = "Pulumi.acceptatie.yaml";
        const lines = textOf(file).split("\n");
        const at = lines.findIndex((line) => line.includes(KEY));
        // The release first, in the middle of the others, and last.
        const section = lines.slice(at).filter((line) => line !== "");
        const others = lines.slice(0, at);
        const release = {
            ...RELEASE,
            commit: "d".repeat(40),
            approver: "nobody",
            rollback: { reason: "It was # slow." },
        };
        const noise = fc.array(
            fc.record({
                line: fc.integer({ min: -1, max: 7 }),
                indent: fc.integer({ min: 0, max: 8 }),
                blank: fc.boolean(),
            }),
            { maxLength: 5 },
        );
        const place = fc.constantFrom(others.indexOf("config:") + 1, others.indexOf("  figlo-advisor:sql:"), at);
        fc.assert(
            fc.property(noise, place, fc.constantFrom("\n", "\r\n"), (marks, start, end) => {
                const text = [...others.slice(0, start), ...section, ...others.slice(start)];
                marks.forEach(({ line, indent, blank }, index) => {
                    text.splice(start + line, 0, `${" ".repeat(indent)}${blank ? "" : `# mark ${index}`}`);
                });
                const before = text.join(end);
                const after = withReleaseIn(before, release);
                expect(settingsFromYaml(file, after)).toEqual({ ...settingsFromYaml(file, before), release });
                const marksIn = (whole: string) => whole.match(/# mark \d/g)?.sort();
                expect(marksIn(after)).toEqual(marksIn(before));
            }),
        );
    });
});
