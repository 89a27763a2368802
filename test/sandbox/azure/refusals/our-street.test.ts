import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { REFUSALS } from "../../../../sandbox/azure/refusals";
import { ENVIRONMENTS } from "../../../../stacks/settings/environments";
import { ROOT } from "../../../street";
import { PlayedStreet } from "./played-street";

describe("the refusals of the played Azure", () => {
    it.each(ENVIRONMENTS)("let %s come up whole", async (environment) => {
        const { cloud } = await PlayedStreet.of(environment, REFUSALS);
        expect(cloud.all().length).toBeGreaterThan(200);
    });

    it("each have an id of their own", () => {
        const ids = REFUSALS.map(({ id }) => id);
        expect(ids.length).toBeGreaterThan(100);
        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    });

    it("each say where the fact is from", () => {
        expect(REFUSALS.filter(({ source }) => source.trim().length < 10).map(({ id }) => id)).toEqual([]);
    });

    it("are tested topic by topic: a file with rows has a file of tests", () => {
        const folder = join(ROOT, "sandbox/azure/refusals");
        const topics = readdirSync(folder).filter((file) =>
            Object.keys(require(join(folder, file))).some((name) => name.endsWith("_REFUSALS")),
        );
        expect(topics.length).toBeGreaterThan(15);
        const untested = topics.filter((file) => !existsSync(join(__dirname, file.replace(/\.ts$/, ".test.ts"))));
        expect(untested).toEqual([]);
    });
});
