import type { Environment } from "../../../stacks/settings/environments";
import type { Mutant } from "./mutants";
import { PlannedEnvironment } from "./planned-environment";
import { isJustifiedApart, type Score, scoreOf } from "./score";

/** In productie every mutant is tried; of the others one in so many, always the same, and what is justified for them alone. */
const ONE_IN = 8;

function* sample(mutants: Iterable<Mutant>, environment: Environment): Iterable<Mutant> {
    let at = 0;
    for (const mutant of mutants) {
        if (at % ONE_IN === 0 || isJustifiedApart(mutant, environment)) {
            yield mutant;
        }
        at += 1;
    }
}

/** A rule that does not speak of an environment reads nothing there, and so nothing is broken for it. */
describe.each(["ontwikkeling", "test", "acceptatie"] as const)(
    "our own %s, broken in one place at a time",
    (environment) => {
        let score: Score;

        beforeAll(async () => {
            const planned = await PlannedEnvironment.of(environment);
            score = scoreOf(sample(planned.mutants(), environment), planned.judge, environment);
            const { mutants, found, justified } = score;
            process.stdout.write(`${environment}: mutants: ${mutants}, found: ${found}, justified: ${justified}\n`);
        }, 120_000);

        it("has a new finding for every mutant of a sample, or a reason why not", () => {
            expect(score.survivors).toEqual([]);
        });

        it("needs every reason that is given for it and not for productie", () => {
            expect(score.unneeded).toEqual([]);
        });

        it("is broken in hundreds of ways", () => {
            expect(score.mutants).toBeGreaterThan(400);
        });
    },
);
