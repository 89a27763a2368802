import { SqlError } from "../../../infra/inside/sql-error";
import { whileTransient } from "../../../infra/inside/transient";

const failing = (error: Error, times = Number.POSITIVE_INFINITY) => {
    const work = jest.fn(async () => {
        if (work.mock.calls.length <= times) {
            throw error;
        }
        return "done";
    });
    return work;
};
const answered = (...numbers: number[]) => new SqlError("busy", "refused", numbers);

describe("an error that Azure SQL calls transient", () => {
    beforeEach(() => {
        process.env.OTAP_SANDBOX_SQL = "{}";
    });
    afterEach(() => {
        delete process.env.OTAP_SANDBOX_SQL;
    });

    it.each([615, 926, 4060, 4221, 40197, 40501, 40613, 49918, 49919, 49920])("is tried again: %s", async (number) => {
        const work = failing(answered(number), 4);
        await expect(whileTransient(work)).resolves.toBe("done");
        expect(work).toHaveBeenCalledTimes(5);
    });

    it("is tried again with another behind it, as a login says both", async () => {
        await expect(whileTransient(failing(answered(4060, 18456), 1))).resolves.toBe("done");
    });

    it("is told after five tries", async () => {
        const work = failing(answered(40613));
        await expect(whileTransient(work)).rejects.toEqual(answered(40613));
        expect(work).toHaveBeenCalledTimes(5);
    });

    it.each([
        ["a refusal", answered(15023)],
        ["a login that fails", answered(18456)],
        ["a deadlock", answered(1205)],
        ["a connection that breaks", new SqlError("hang up", "cut-off")],
        ["a mistake of ours", new TypeError("x is not a function")],
    ])("is not %s", async (_what, error) => {
        const work = failing(error);
        await expect(whileTransient(work)).rejects.toBe(error);
        expect(work).toHaveBeenCalledTimes(1);
    });

    it("waits five seconds in Azure, and twice as long each time", async () => {
        delete process.env.OTAP_SANDBOX_SQL;
        const pauses: number[] = [];
        jest.doMock("node:timers/promises", () => ({ setTimeout: async (ms: number) => void pauses.push(ms) }));
        await jest.isolateModulesAsync(async () => {
            const again: typeof whileTransient = require("../../../infra/inside/transient").whileTransient;
            const Fresh: typeof SqlError = require("../../../infra/inside/sql-error").SqlError;
            await expect(again(failing(new Fresh("busy", "refused", [40501])))).rejects.toThrow("busy");
        });
        expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000]);
    });
});
