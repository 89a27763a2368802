import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Mistake } from "../../sandbox/mistake";
import { setUpEngine } from "./set-up-engine";

const ROOT = join(__dirname, "../..");

describe("the set-up of the tests on the real engine", () => {
    const ENGINE = { command: "/x/pulumi", source: "path", version: "3.260.0", binFolder: "/x" } as const;

    /** What is said and set, when the search ends as given. */
    async function setUp(environment: NodeJS.ProcessEnv, found: Error | typeof ENGINE) {
        const said: string[] = [];
        const find = async () => {
            if (found instanceof Error) {
                throw found;
            }
            return found;
        };
        await setUpEngine(environment, find, (text) => said.push(text));
        return { said: said.join(""), environment };
    }

    it("hands the engine that was found to every worker, and says which it is", async () => {
        expect(await setUp({ CI: "true" }, ENGINE)).toEqual({
            said: "\nThe engine of the tests is Pulumi 3.260.0 (path).\n",
            environment: { CI: "true", OTAP_TEST_ENGINE: JSON.stringify(ENGINE) },
        });
    });

    it.each(["true", "1", "yes"])("fails without an engine where CI is '%s'", async (CI) => {
        const environment: NodeJS.ProcessEnv = { CI };
        await expect(setUp(environment, new Mistake("there is none"))).rejects.toThrow("there is none");
        expect(environment).toEqual({ CI });
    });

    it.each([undefined, "", "0", "false", "False"])("skips them with the reason where CI is '%s'", async (CI) => {
        const { said, environment } = await setUp({ CI }, new Mistake("there is none"));
        expect(said).toBe("\nThe tests on the real engine are skipped: there is none\n");
        expect(environment).toEqual({ CI, OTAP_TEST_NO_ENGINE: "there is none" });
    });

    it("fails everywhere at a fault of our own", async () => {
        await expect(setUp({}, new TypeError("x is undefined"))).rejects.toThrow("x is undefined");
    });
});

describe("a run of the tests where no engine is", () => {
    /** Jest in Jest, with a PATH of Node alone. */
    function run(CI: string) {
        const { status, stderr } = spawnSync(
            process.execPath,
            [join(ROOT, "node_modules/jest/bin/jest.js"), "--selectProjects=engine", "--", "run-stack.engine.test"],
            { cwd: ROOT, env: { CI, OTAP_ENGINE: "path", PATH: "/nowhere" }, encoding: "utf8" },
        );
        return { status, stderr };
    }

    it("is red in CI", () => {
        const { status, stderr } = run("true");
        expect(status).toBe(1);
        expect(stderr).toContain("there is no Pulumi engine for the sandbox:\n  - there is no 'pulumi' on PATH");
    });

    it("is green elsewhere, and shows that tests were skipped and why", () => {
        const { status, stderr } = run("false");
        expect(status).toBe(0);
        expect(stderr).toContain("The tests on the real engine are skipped: there is no Pulumi engine");
        expect(stderr).toContain("  - there is no 'pulumi' on PATH\ninstall Pulumi");
        expect(stderr).toMatch(/^Tests: +1 skipped, 1 total$/m);
    });
});
