import { inspect } from "node:util";
import { withCheapTraces } from "../../stacks/savings";

const before = Error.prepareStackTrace;

/** The trace of an error where something else, as source maps do, has its own way to write one. */
function traceOf(message: string, written: (error: Error) => unknown): unknown {
    Error.prepareStackTrace = written;
    withCheapTraces();
    try {
        return new Error(message).stack;
    } finally {
        Error.prepareStackTrace = before;
    }
}

describe("the traces of errors", () => {
    it("are one plain line where an error says nothing, as those of the SDK's promises", () => {
        const written = jest.fn();
        expect(traceOf("", written)).toMatch(/^Error\n {4}at \S.*$/);
        expect(written).not.toHaveBeenCalled();
    });

    it("stay as they are written where an error says something", () => {
        const trace = "Error: refused\n    at run (/app/node_modules/@pulumi/pulumi/cmd/run/run.ts:577:70)";
        expect(traceOf("refused", () => trace)).toBe(trace);
    });

    it.each([
        ["/app/node_modules/@pulumi/resource.ts:1598:22", "/app/node_modules/@pulumi/./resource.ts:1598:22"],
        ["C:\\app\\node_modules\\@pulumi\\resource.ts:1:2", "C:\\app\\node_modules\\@pulumi\\.\\resource.ts:1:2"],
    ])("name a file in the folder of a scope so that Node can colour them: %s", (place, colourable) => {
        const trace = traceOf("refused", () => `Error: refused\n    at one (${place})\n    at two (${place})`);
        expect(trace).toBe(`Error: refused\n    at one (${colourable})\n    at two (${colourable})`);
        expect(inspect(Object.assign(new Error(), { stack: trace }), { colors: true })).toContain("resource.ts");
    });
});
