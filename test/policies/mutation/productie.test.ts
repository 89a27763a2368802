import { unusedPatterns } from "./oracle";
import { placesOf } from "./places";
import { PlannedEnvironment } from "./planned-environment";
import { unusedTypes } from "./removals";
import { type Score, scoreOf } from "./score";

describe("our own productie, broken in one place at a time", () => {
    let planned: PlannedEnvironment;
    let score: Score;

    beforeAll(async () => {
        planned = await PlannedEnvironment.of("productie");
        score = scoreOf(planned.mutants(), planned.judge, "productie");
        const { mutants, found, justified } = score;
        process.stdout.write(`productie: mutants: ${mutants}, found: ${found}, justified: ${justified}\n`);
    }, 120_000);

    it("has a new finding for every mutant, or a reason why not", () => {
        expect(score.survivors).toEqual([]);
    });

    it("is broken in every way that its rules could notice", () => {
        expect(score.mutants).toBeGreaterThan(3000);
    });

    it("needs every reason that is given", () => {
        expect(score.unneeded).toEqual([]);
    });

    it("has no reason for what is found", () => {
        expect(score.overjustified).toEqual([]);
    });

    it("has an input that a rule reads for everything that is declared safe", () => {
        const inputs = placesOf(planned.reads, planned.resources).map(({ type, at }) => `${type} ${at}`);
        expect(unusedPatterns(inputs)).toEqual([]);
    });

    it("holds every type that is declared to be no control", () => {
        expect(unusedTypes(planned.resources)).toEqual([]);
    });
});
