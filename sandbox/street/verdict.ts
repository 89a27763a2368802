import { isForbidden, type Outcome } from "./outcome";

/** Exit codes, the same as those of `otap`. */
export const EXIT = { fine: 0, refused: 1, wrongUse: 2 } as const;

/**
 * The exit code for an outcome: 1 when a policy, a protection or Azure refuses, or somebody interrupts; 2 when it never came so far, because the settings or the program
 * are wrong. An error of the program belongs to no resource, or to the stack.
 */
export function exitCodeOf(outcome: Outcome): number {
    if (outcome.interrupted) {
        return EXIT.refused;
    }
    if (outcome.exitCode === 0 && !isForbidden(outcome)) {
        return EXIT.fine;
    }
    const isAboutResource = outcome.diagnostics.some(
        ({ severity, urn }) => severity === "error" && urn !== undefined && !urn.includes("::pulumi:pulumi:Stack::"),
    );
    const refused = isForbidden(outcome) || isAboutResource || outcome.steps.some(({ failed }) => failed);
    return refused ? EXIT.refused : EXIT.wrongUse;
}
