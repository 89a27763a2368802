import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { bundled } = require("../../../cli/bin/bundle") as { bundled(entry: string, root: string): string };

describe("the bundle of an entry point", () => {
    let root: string;
    let temporary: string;
    let before: string | undefined;

    /** A project with one source, which needs a package that stays outside of bundles. */
    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "otap-root-"));
        temporary = mkdtempSync(join(tmpdir(), "otap-tmp-"));
        before = process.env.TMPDIR;
        process.env.TMPDIR = temporary;
        mkdirSync(join(root, "node_modules/@pulumi/odd"), { recursive: true });
        writeFileSync(join(root, "node_modules/@pulumi/odd/index.js"), "exports.word = 'found';\n");
        writeFileSync(
            join(root, "main.ts"),
            'import { word } from "@pulumi/odd";\nexport const said: string = word;\nexport const where = require.resolve("@pulumi/odd");\n',
        );
    });
    afterEach(() => {
        process.env.TMPDIR = before;
        if (before === undefined) {
            delete process.env.TMPDIR;
        }
        rmSync(root, { recursive: true });
        rmSync(temporary, { recursive: true });
    });

    /** As in a checkout that belongs to somebody else: nothing can be written beside the packages, not even by root. */
    const closeCheckout = () => writeFileSync(join(root, "node_modules/.cache"), "");

    it("lies beside the packages, without a path that would tie it to the folder", () => {
        const bundle = bundled(join(root, "main.ts"), root);
        expect(bundle).toContain(join(root, "node_modules/.cache/otap/main-"));
        expect(require(bundle).said).toBe("found");
        expect(readdirSync(temporary)).toEqual([]);
    });

    it("lies in a folder of the user's own where the checkout is read-only, and finds its packages from there", () => {
        closeCheckout();
        const bundle = bundled(join(root, "main.ts"), root);
        expect(bundle).toContain(temporary);
        expect(require(bundle)).toMatchObject({ said: "found", where: expect.stringContaining(root) });
        expect(bundled(join(root, "main.ts"), root)).toBe(bundle);
    });

    it("is not taken from a folder into which others may write", () => {
        closeCheckout();
        const [cache = ""] = [bundled(join(root, "main.ts"), root)].map((bundle) => join(bundle, ".."));
        chmodSync(cache, 0o777);
        expect(() => bundled(join(root, "main.ts"), root)).toThrow(
            /the command cannot be made ready.*\n.*\n.*belongs to/,
        );
    });

    it("names every folder that it tried where none can be written", () => {
        closeCheckout();
        process.env.TMPDIR = join(root, "main.ts");
        expect(() => bundled(join(root, "main.ts"), root)).toThrow(
            expect.objectContaining({
                __otapMistake: true,
                message: expect.stringContaining("no folder can be written"),
            }),
        );
        expect(existsSync(join(root, "node_modules/.cache/otap"))).toBe(false);
    });
});
