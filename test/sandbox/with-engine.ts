import type { Engine } from "../../sandbox/engine/engine";

/** An environment of the street comes up in seconds, on a machine that has the time; Jest takes no time limit from a project. */
const LIMIT_MS = 5 * 60_000;

/** Tests on the real engine, which `engine-setup.ts` has found; skipped, with the reason in their title, where there is none. */
export function describeWithEngine(title: string, tests: (engine: Engine) => void): void {
    const found = process.env.OTAP_TEST_ENGINE;
    if (found !== undefined) {
        jest.setTimeout(LIMIT_MS);
        // Written after each step, the state of a street costs more than all else that its engine does.
        process.env.PULUMI_SKIP_CHECKPOINTS = "true";
        describe(title, () => tests(JSON.parse(found) as Engine));
        return;
    }
    const reason = process.env.OTAP_TEST_NO_ENGINE;
    if (reason === undefined) {
        throw new Error("a test on the real engine must have a name that ends in .engine.test.ts");
    }
    describe.skip(`${title} (skipped: ${reason.split("\n")[0]})`, () => {
        it("needs an engine", () => {});
    });
}
