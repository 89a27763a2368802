import { symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { onPath } from "../../../sandbox/engine/on-path";
import { fakePrograms, searchIn } from "./fake-programs";

describe("the engine on PATH", () => {
    let programs: ReturnType<typeof fakePrograms>;
    beforeEach(() => {
        programs = fakePrograms();
    });
    afterEach(() => programs.remove());

    const find = (...folders: string[]) =>
        onPath.look(searchIn({ PATH: folders.map((folder) => join(programs.folder, folder)).join(delimiter) }));

    it("is taken when its language host is beside it", async () => {
        const command = programs.script("a/pulumi", "echo v3.260.1");
        programs.script("a/pulumi-language-nodejs", "");
        expect(await find("a")).toEqual({
            command,
            source: "path",
            version: "3.260.1",
            binFolder: join(programs.folder, "a"),
        });
    });

    it("is taken when its language host is elsewhere on PATH", async () => {
        programs.script("a/pulumi", "echo v3.259.0");
        programs.script("b/pulumi-language-nodejs", "");
        expect(await find("a", "b")).toMatchObject({ version: "3.259.0" });
    });

    it("is taken when PATH has a link to it and the language host is where it points", async () => {
        programs.script("cellar/pulumi", "echo v3.259.0");
        programs.script("cellar/pulumi-language-nodejs", "");
        programs.script("links/other", "");
        symlinkSync(join(programs.folder, "cellar/pulumi"), join(programs.folder, "links/pulumi"));
        expect(await find("links")).toMatchObject({ command: join(programs.folder, "links/pulumi") });
    });

    it("is passed over without a language host", async () => {
        const command = programs.script("a/pulumi", "echo v3.259.0");
        expect(await find("a")).toBe(`'${command}' has no 'pulumi-language-nodejs' beside it or on PATH`);
    });

    it("is passed over when it is older than the pinned one", async () => {
        programs.script("a/pulumi", "echo v3.99.0");
        programs.script("a/pulumi-language-nodejs", "");
        expect(await find("a")).toContain("is version 3.99.0, this project needs 3.259.0 or a later one");
    });

    it("is passed over when it does not say its version", async () => {
        programs.script("a/pulumi", "exit 1");
        programs.script("a/pulumi-language-nodejs", "");
        expect(await find("a")).toContain("does not answer with a version");
    });

    it("is not there when PATH has none", async () => {
        expect(await find("a")).toBe("there is no 'pulumi' on PATH");
    });
});
