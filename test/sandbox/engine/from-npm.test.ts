import { delimiter, join } from "node:path";
import { fromNpm } from "../../../sandbox/engine/from-npm";
import { fakePrograms, searchIn } from "./fake-programs";

describe("the engine of the npm package", () => {
    let programs: ReturnType<typeof fakePrograms>;
    beforeEach(() => {
        programs = fakePrograms();
    });
    afterEach(() => programs.remove());

    const find = () =>
        fromNpm(
            searchIn({
                HOME: join(programs.folder, "home"),
                PATH: [join(programs.folder, "bin"), "/usr/bin", "/bin"].join(delimiter),
            }),
        );

    it("is taken from Pulumi's own folder of versions, without asking npm", async () => {
        programs.script("bin/npm", "exit 9");
        const command = programs.script("home/.pulumi/versions/3.259.0/bin/pulumi", "echo v3.259.0");
        expect(await find()).toMatchObject({ command, source: "npm", version: "3.259.0" });
    });

    it("is what the package downloads on its first run", async () => {
        const target = join(programs.folder, "home/.pulumi/versions/3.259.0/bin");
        programs.script(
            "bin/npm",
            `[ "$*" = "exec --yes -- pulumi@3.259.0 version" ] && mkdir -p ${target} && cp "$0" ${target}/pulumi`,
        );
        expect(await find()).toMatchObject({ command: join(target, "pulumi") });
    });

    it("is passed over with the reason when the download fails", async () => {
        programs.script(
            "bin/npm",
            'echo "Downloading pulumi" >&2; echo "pulumi: fetch failed" >&2; echo "npm notice x" >&2; exit 1',
        );
        expect(await find()).toBe("the npm package 'pulumi' failed: fetch failed");
    });
});
