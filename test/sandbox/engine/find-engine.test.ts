import { join } from "node:path";
import type { Engine, EngineSource } from "../../../sandbox/engine/engine";
import { findEngine } from "../../../sandbox/engine/find-engine";

const root = join(__dirname, "../../..");

/** The sources that have an engine, and the order in which they were asked. */
async function find(having: readonly EngineSource[], environment: NodeJS.ProcessEnv = {}) {
    const asked: EngineSource[] = [];
    const source = (name: EngineSource) => async () => {
        asked.push(name);
        const engine: Engine = {
            command: `/x/${name}/pulumi`,
            source: name,
            version: "3.259.0",
            binFolder: `/x/${name}`,
        };
        return having.includes(name) ? engine : `${name} has none`;
    };
    const sources = { path: source("path"), npm: source("npm"), built: source("built") };
    const found = findEngine({ root, environment, progress: () => {} }, sources);
    return { found: await found.catch((error: Error) => error), asked };
}

describe("the search for an engine", () => {
    it("takes what is on PATH and asks no further", async () => {
        expect(await find(["path", "npm", "built"])).toMatchObject({ found: { source: "path" }, asked: ["path"] });
    });

    it("takes the npm package when PATH has none", async () => {
        expect(await find(["npm", "built"])).toMatchObject({ found: { source: "npm" }, asked: ["path", "npm"] });
    });

    it("builds one when neither has one", async () => {
        expect(await find(["built"])).toMatchObject({ found: { source: "built" }, asked: ["path", "npm", "built"] });
    });

    it("says of each source why it has none, and what to install", async () => {
        const { found } = await find([]);
        expect((found as Error).message.split("\n")).toEqual([
            "there is no Pulumi engine for the sandbox:",
            "  - path has none",
            "  - npm has none",
            "  - built has none",
            expect.stringContaining("install Pulumi 3.259.0 or later"),
        ]);
    });

    it("asks only the source that OTAP_ENGINE names", async () => {
        expect(await find(["path", "built"], { OTAP_ENGINE: "built" })).toMatchObject({ asked: ["built"] });
    });

    it("refuses an OTAP_ENGINE that is no source", async () => {
        const { found } = await find(["path"], { OTAP_ENGINE: "brew" });
        expect((found as Error).message).toBe("OTAP_ENGINE is 'brew'; choose from path, npm, built, or leave it out");
    });
});
