import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { built } from "../../../sandbox/engine/built";
import type { Engine } from "../../../sandbox/engine/engine";
import { fakePrograms, searchIn } from "./fake-programs";

const ROOT = join(__dirname, "../../..");

/** A `go` that lists three packages, and builds a script after it has noted that it was asked to. */
const GO = `case "$1" in
list) echo a; echo b; echo c ;;
build) echo x >> "$NOTES"; echo one >&2; echo two >&2; sleep 0.3
    while [ "$1" != "-o" ]; do shift; done; mkdir -p "$(dirname "$2")"; printf '#!/bin/sh\\n' > "$2"; chmod +x "$2" ;;
esac`;

describe("the engine that is built here", () => {
    let programs: ReturnType<typeof fakePrograms>;
    beforeEach(() => {
        programs = fakePrograms();
        clone("clone");
    });
    afterEach(() => programs.remove());

    const at = (...names: string[]) => join(programs.folder, ...names);

    const clone = (name: string): void => {
        for (const file of ["go.mod", "go.sum"].map((file) => `sandbox/engine/${file}`)) {
            mkdirSync(dirname(at(name, file)), { recursive: true });
            cpSync(join(ROOT, file), at(name, file));
        }
    };

    const searchOf = (name = "clone", more: NodeJS.ProcessEnv = {}, lines: string[] = []) =>
        searchIn(
            { PATH: [at("bin"), "/usr/bin", "/bin"].join(delimiter), HOME: at("home"), NOTES: at("notes"), ...more },
            { root: at(name), progress: (line) => void lines.push(line) },
        );

    const look = async (name?: string) => built.look(searchOf(name));
    const find = async (...args: Parameters<typeof searchOf>) => built.fetch?.(searchOf(...args)) as Promise<Engine>;

    const builds = () => readFileSync(at("notes"), "utf8").split("\n").length - 1;

    it("is linked into the project, with the scripts that the engine looks for beside itself", async () => {
        programs.script("bin/go", GO);
        const engine = await find();
        expect(engine).toMatchObject({ source: "built", version: "3.259.0" });
        expect(dirname(engine.binFolder)).toBe(at("clone/.engine"));
        expect(readdirSync(engine.binFolder).sort()).toEqual([
            "pulumi",
            "pulumi-language-nodejs",
            "pulumi-resource-pulumi-nodejs",
        ]);
    });

    it("is built once for all clones on a machine", async () => {
        programs.script("bin/go", GO);
        clone("other");
        expect(await look("other")).toBe("none was built on this machine");
        const first = await find();
        const second = (await look("other")) as Engine;
        expect(statSync(second.command).ino).toBe(statSync(first.command).ino);
    });

    it("is built once when two processes want it at the same time", async () => {
        programs.script("bin/go", GO);
        const lines: string[] = [];
        await Promise.all([find(), find("clone", {}, lines)]);
        expect(builds()).toBe(1);
        expect(lines).toContain("Another process is building the engine; waiting for it …");
    });

    it("is still there when the cache is emptied", async () => {
        programs.script("bin/go", GO);
        const engine = await find();
        rmSync(at("home"), { recursive: true });
        expect(await look()).toEqual(engine);
    });

    it("is kept where OTAP_ENGINE_CACHE says", async () => {
        programs.script("bin/go", GO);
        await find("clone", { OTAP_ENGINE_CACHE: at("cache") });
        expect(readdirSync(at("cache"))).toHaveLength(1);
        expect(existsSync(at("home"))).toBe(false);
    });

    it("says how long it takes, and which package it is at", async () => {
        programs.script("bin/go", GO.replace("sleep 0.3", "sleep 1.3"));
        const lines: string[] = [];
        await find("clone", {}, lines);
        expect(lines[0]).toBe("Building Pulumi 3.259.0, once, about 4 min: fetching its sources, 0 s");
        expect(lines[1]).toBe("Building Pulumi 3.259.0, once, about 4 min: package 2 of 3, 1 s");
    });

    it("is passed over with what Go says when the build fails, and leaves nothing behind", async () => {
        const said = ["go: downloading example.com/a v1.0.0", "example.com/a/b", "a@v1.0.0: connection refused"];
        programs.script("bin/go", `[ "$1" = list ] && exit 0; echo '${said.join("\n")}' >&2; exit 1`);
        expect(await find()).toBe("go build failed (1): a@v1.0.0: connection refused");
        expect(readdirSync(at("home/.cache/figlo-otap/engine"))).toEqual([]);
    });

    it("is passed over when there is no Go", async () => {
        expect(await find()).toBe("building it needs Go, and there is no 'go' on PATH");
    });
});
