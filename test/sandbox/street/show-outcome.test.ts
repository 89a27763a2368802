import { showOrphans, showOutcome } from "../../../sandbox/street/show-outcome";
import { isProtected, mandatory, outcome, SERVER, STACK } from "./outcomes";

const show = (changed: Parameters<typeof outcome>[0]) => showOutcome(outcome(changed), ".otap/sandbox").split("\n");
const SAID = "  what the engine said: .otap/sandbox/logs/productie-*.log";

describe("an outcome as text", () => {
    it("says in one line what was done", () => {
        expect(show({ counts: { update: 1, same: 357 } })).toEqual([
            "productie: up is done: 1 updated, 357 unchanged",
            "",
        ]);
    });

    it("says of a preview what would be done", () => {
        expect(show({ operation: "preview", rehearsal: true })).toEqual([
            "productie: preview is done: 2 to create",
            "",
        ]);
    });

    it("names each mandatory finding, and the number of the others", () => {
        const advisory = { ...mandatory, level: "advisory" } as const;
        expect(show({ findings: [mandatory, advisory], exitCode: 1, rehearsal: true })).toEqual([
            "productie: up is refused; nothing was changed",
            "  policy sql-tls: sql:Server primary: it is 1.0",
            "  1 advisory finding",
            SAID,
            "",
        ]);
    });

    it("says of what stands in the cloud and not in the state how to be rid of it", () => {
        const message = "cannot create already existing resource '/subscriptions/s/resourceGroups/rg'";
        const lines = show({ exitCode: 1, diagnostics: [{ severity: "error", urn: SERVER, message }] });
        expect(lines.slice(1)).toEqual([
            `  error: sql:Server primary: ${message}`,
            "  it stands in the cloud and not in the engine's state, as after an answer that was lost: in Azure, import it or delete it by hand; here, 'otap sandbox destroy productie' removes it, or where that is refused, removing the folder .otap/sandbox",
            SAID,
            "",
        ]);
    });

    it("says what a destroy could not find, and nothing where there is nothing", () => {
        expect(showOrphans("test", ["/a", "/b"]).split("\n").slice(1)).toEqual(["    /a", "    /b", ""]);
        expect(showOrphans("test", [])).toBe("");
    });

    it("says that an environment is protected, by what, and how to begin anew", () => {
        const closing = { severity: "error", message: "destroy failed" } as const;
        expect(
            show({
                operation: "destroy",
                rehearsal: true,
                exitCode: 1,
                counts: {},
                diagnostics: [isProtected, isProtected, closing],
            }),
        ).toEqual([
            "productie: destroy is refused; nothing was changed",
            "  productie is protected: 2 resources in it may not be deleted, such as sql:Server primary",
            "  to begin anew, remove the folder .otap/sandbox: it holds the sandbox and nothing else",
            SAID,
            "",
        ]);
    });

    it("says how far a run came that stopped", () => {
        expect(show({ exitCode: 1 })[0]).toBe("productie: up stopped half-way: 2 created");
    });

    it("says that somebody interrupted it, and not that it was refused", () => {
        const diagnostics = [{ severity: "error", message: "context canceled" }] as const;
        expect(show({ exitCode: 255, interrupted: true, diagnostics }).slice(0, 2)).toEqual([
            "productie: up interrupted: 2 created",
            "  what the engine said: .otap/sandbox/logs/productie-*.log",
        ]);
        expect(show({ exitCode: 255, interrupted: true, rehearsal: true })[0]).toBe(
            "productie: up is interrupted; nothing was changed",
        );
    });

    it("shows what the program says, over all its lines", () => {
        const error = { severity: "error", urn: STACK, message: "Pulumi.test.yaml has 1 mistake:\n  - size" } as const;
        expect(show({ exitCode: 1, diagnostics: [error] })[1]).toBe("  error: Pulumi.test.yaml has 1 mistake:");
        expect(show({ exitCode: 1, diagnostics: [error] })[2]).toBe("    - size");
    });
});
