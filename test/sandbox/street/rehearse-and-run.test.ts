import type { Outcome } from "../../../sandbox/street/outcome";
import { rehearseAndRun } from "../../../sandbox/street/rehearse-and-run";
import type { RunStackArgs } from "../../../sandbox/street/run-stack";
import type { Operation } from "../../../sandbox/street/street";
import { mandatory, outcome } from "./outcomes";

/** What the engine was asked, when its first run ends as given. */
async function rehearse(operation: Operation, first: Partial<Outcome> = {}) {
    const asked: Pick<RunStackArgs, "operation" | "rehearsal" | "expected">[] = [];
    const run = async ({ operation, rehearsal, expected }: RunStackArgs): Promise<Outcome> => {
        asked.push({ operation, rehearsal, expected });
        return outcome({ operation, ...(asked.length === 1 ? first : {}) });
    };
    return { result: await rehearseAndRun({ operation } as RunStackArgs, run), asked };
}

describe("an operation that changes something", () => {
    it("is an up after a preview, and knows from it how much there is to do", async () => {
        const { asked } = await rehearse("up", { counts: { create: 3, same: 2 } });
        expect(asked).toMatchObject([{ operation: "preview" }, { operation: "up", expected: 5 }]);
    });

    it("is a destroy after a trial", async () => {
        const { asked } = await rehearse("destroy");
        expect(asked).toMatchObject([{ operation: "destroy", rehearsal: true }, { operation: "destroy" }]);
    });

    it.each([{ findings: [mandatory] }, { exitCode: 255 }, { interrupted: true }])(
        "does not happen when the trial refuses: %j",
        async (first) => {
            const { asked, result } = await rehearse("up", first);
            expect(asked).toHaveLength(1);
            expect(result).toMatchObject({ operation: "up", ...first });
        },
    );

    it.each(["preview", "refresh"] as const)("is not tried before a %s", async (operation) => {
        expect((await rehearse(operation)).asked).toHaveLength(1);
    });
});
