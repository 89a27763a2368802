import type { Operation } from "./street";

/** How one operation on one environment ended. */
export interface Outcome {
    readonly environment: string;
    readonly operation: Operation;
    /** True when nothing was changed: a preview, or the trial run that refused what was asked. */
    readonly rehearsal: boolean;
    /** True when somebody asked it to end before it was done. */
    readonly interrupted: boolean;
    /** The engine's own: 0 when it did what was asked. */
    readonly exitCode: number;
    /** Number of resources by what was done to them (`create`, `update`, `same`, `delete`, …). */
    readonly counts: Readonly<Record<string, number>>;
    /** Everything that was done, or would be in a preview; what stays the same is left out. */
    readonly steps: readonly Step[];
    /** Errors and warnings, and what the program and the providers said. */
    readonly diagnostics: readonly Diagnostic[];
    readonly findings: readonly PolicyFinding[];
}

export interface Step {
    readonly op: string;
    readonly urn: string;
    /** Property paths that differ, or inputs where the provider does not go deeper; sorted. */
    readonly changed: readonly string[];
    readonly failed: boolean;
}

export interface Diagnostic {
    readonly severity: "error" | "warning" | "info";
    readonly urn?: string;
    readonly message: string;
}

export interface PolicyFinding {
    /** Name of the policy. */
    readonly rule: string;
    /** Empty for a finding about the stack as a whole. */
    readonly urn: string;
    readonly level: "mandatory" | "advisory";
    readonly message: string;
}

/** Whether a policy forbids what was asked. */
export const isForbidden = ({ findings }: Outcome): boolean => findings.some(({ level }) => level === "mandatory");
