import { exitCodeOf } from "../../../sandbox/street/verdict";
import { isProtected, mandatory, outcome, SERVER, STACK } from "./outcomes";

describe("the exit code of an outcome", () => {
    it("is 0 when the engine did what was asked, advisory findings or not", () => {
        expect(exitCodeOf(outcome({ findings: [{ ...mandatory, level: "advisory" }] }))).toBe(0);
    });

    it("is 1 for a mandatory finding", () => {
        expect(exitCodeOf(outcome({ findings: [mandatory] }))).toBe(1);
    });

    it("is 1 for what somebody interrupted, however far it came", () => {
        expect(exitCodeOf(outcome({ interrupted: true }))).toBe(1);
        expect(exitCodeOf(outcome({ interrupted: true, exitCode: 255 }))).toBe(1);
    });

    it("is 1 for what is protected", () => {
        expect(exitCodeOf(outcome({ exitCode: 1, diagnostics: [isProtected] }))).toBe(1);
    });

    it("is 1 for what Azure refuses", () => {
        const failed = { op: "create", urn: SERVER, changed: [], failed: true };
        expect(exitCodeOf(outcome({ exitCode: 1, steps: [failed] }))).toBe(1);
    });

    it.each([undefined, STACK])("is 2 when the program itself refuses (urn %p)", (urn) => {
        expect(exitCodeOf(outcome({ exitCode: 1, diagnostics: [{ severity: "error", urn, message: "wrong" }] }))).toBe(
            2,
        );
    });
});
