import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fromNpm } from "../../../sandbox/engine/from-npm";
import { fakePrograms, searchIn } from "./fake-programs";

describe("the engine of the npm package", () => {
    let programs: ReturnType<typeof fakePrograms>;
    beforeEach(() => {
        programs = fakePrograms();
    });
    afterEach(() => programs.remove());

    const search = () =>
        searchIn({
            HOME: join(programs.folder, "home"),
            PATH: [join(programs.folder, "bin"), "/usr/bin", "/bin"].join(delimiter),
        });

    it("is looked for in Pulumi's own folder of versions", async () => {
        const command = programs.script("home/.pulumi/versions/3.259.0/bin/pulumi", "echo v3.259.0");
        expect(await fromNpm.look(search())).toMatchObject({ command, source: "npm", version: "3.259.0" });
    });

    it("is not looked for with npm, which would ask the network", async () => {
        programs.script("bin/npm", `touch ${join(programs.folder, "asked")}`);
        expect(await fromNpm.look(search())).toBe(
            "the npm package 'pulumi' has not downloaded 3.259.0 on this machine",
        );
        expect(existsSync(join(programs.folder, "asked"))).toBe(false);
    });

    it("is what the package downloads on its first run", async () => {
        const target = join(programs.folder, "home/.pulumi/versions/3.259.0/bin");
        programs.script(
            "bin/npm",
            `[ "$*" = "exec --yes -- pulumi@3.259.0 version" ] && mkdir -p ${target} && cp "$0" ${target}/pulumi`,
        );
        expect(await fromNpm.fetch?.(search())).toMatchObject({ command: join(target, "pulumi") });
    });

    it.each([
        [
            "of the package itself",
            ["Downloading pulumi v3.259.0...", "pulumi: fetch failed", "npm notice New version"],
            "fetch failed",
        ],
        [
            "of npm, with its code",
            [
                "npm warn Unknown user config",
                "npm error code ECONNREFUSED",
                "npm error syscall connect",
                "npm error errno ECONNREFUSED",
                "npm error FetchError: request to https://registry.example.com/pulumi failed",
                "npm error     at ClientRequest.emit (node:events:524:28)",
                "npm error A complete log of this run can be found in: /home/a/.npm/_logs/debug-0.log",
            ],
            "ECONNREFUSED: FetchError: request to https://registry.example.com/pulumi failed",
        ],
        [
            "of an older npm",
            ["npm ERR! code ETARGET", "npm ERR! notarget No matching version found for pulumi@3.259.0."],
            "ETARGET: No matching version found for pulumi@3.259.0.",
        ],
        ["where there is one", [], "it gave no reason"],
    ])("is passed over with the reason %s", async (_, lines, reason) => {
        programs.script("bin/npm", `cat >&2 <<'END'\n${lines.join("\n")}\nEND\nexit 1`);
        expect(await fromNpm.fetch?.(search())).toBe(`the npm package 'pulumi' failed: ${reason}`);
    });

    it("is given up soon on a network that swallows what it is asked", async () => {
        programs.script("bin/npm", 'echo "npm error $npm_config_fetch_timeout ms" >&2; exit 1');
        expect(await fromNpm.fetch?.(search())).toBe("the npm package 'pulumi' failed: 20000 ms");
    });
});
