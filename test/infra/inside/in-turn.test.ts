import { inTurn } from "../../../infra/inside/in-turn";

describe("what is done in turn", () => {
    const steps: string[] = [];
    const task =
        (name: string, fails = false) =>
        async () => {
            steps.push(`${name} begins`);
            await new Promise((resolve) => setImmediate(resolve));
            steps.push(`${name} ends`);
            if (fails) {
                throw new Error(name);
            }
            return name;
        };
    beforeEach(() => void steps.splice(0));

    it("waits for what has the same key, also where that fails", async () => {
        const all = await Promise.allSettled([inTurn("k", task("a", true)), inTurn("k", task("b"))]);
        expect(all).toEqual([
            { status: "rejected", reason: new Error("a") },
            { status: "fulfilled", value: "b" },
        ]);
        expect(steps).toEqual(["a begins", "a ends", "b begins", "b ends"]);
    });

    it("does not wait for another key", async () => {
        await Promise.all([inTurn("k", task("a")), inTurn("l", task("b"))]);
        expect(steps).toEqual(["a begins", "b begins", "a ends", "b ends"]);
    });

    it("keeps the order of those that came while the first was at work", async () => {
        const first = inTurn("k", task("a"));
        await Promise.all([first, inTurn("k", task("b")), inTurn("k", task("c"))]);
        expect(steps.filter((step) => step.endsWith("begins"))).toEqual(["a begins", "b begins", "c begins"]);
    });
});
