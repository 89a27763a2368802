import { isDeepStrictEqual } from "node:util";
import type { EngineEvent, StepMetadata } from "./engine-event";
import type { Diagnostic, Outcome, PolicyFinding, Step } from "./outcome";

/** Steps of the engine's own that say nothing about what happens to a resource beyond those beside them. */
const SILENT = new Set(["same", "refresh", "read"]);

/** Providers that the engine makes itself: that one has another configuration it counts as no change, and shows to nobody. */
const OF_ENGINE = /::pulumi:providers:[^:]+::default(_[\w-]+)?$/;

const SEVERITIES: Readonly<Record<string, Diagnostic["severity"]>> = {
    error: "error",
    warning: "warning",
    info: "info",
    "info#err": "info",
};

/** What the engine's events add up to. */
export class Tally {
    private readonly steps = new Map<string, Step>();
    private readonly diagnostics: Diagnostic[] = [];
    private readonly findings = new Map<string, PolicyFinding>();
    private readonly finished = new Set<string>();
    private counts: Readonly<Record<string, number>> = {};
    /** Type and name of what is under way, for people. */
    current = "";

    /** Resources that are done. */
    get done(): number {
        return this.finished.size;
    }

    add(event: EngineEvent): void {
        const step = event.resourcePreEvent ?? event.resOutputsEvent ?? event.resOpFailedEvent;
        if (step !== undefined) {
            this.addStep(step.metadata, event.resOpFailedEvent !== undefined);
            this.current = describe(step.metadata);
        }
        if (event.resOutputsEvent !== undefined) {
            this.finished.add(event.resOutputsEvent.metadata.urn);
        }
        if (event.diagnosticEvent !== undefined) {
            this.addDiagnostic(event.diagnosticEvent);
        }
        if (event.policyEvent !== undefined) {
            this.addFinding(event.policyEvent);
        }
        this.counts = event.summaryEvent?.resourceChanges ?? this.counts;
    }

    outcome(run: Pick<Outcome, "environment" | "operation" | "rehearsal" | "interrupted" | "exitCode">): Outcome {
        return {
            ...run,
            counts: this.counts,
            steps: [...this.steps.values()],
            diagnostics: this.diagnostics,
            findings: [...this.findings.values()],
        };
    }

    private addStep(metadata: StepMetadata, failed: boolean): void {
        const { op, urn } = metadata;
        const key = `${op} ${urn}`;
        if ((!SILENT.has(op) && !OF_ENGINE.test(urn)) || failed) {
            const before = this.steps.get(key);
            this.steps.set(key, {
                op,
                urn,
                changed: before?.changed ?? changedIn(metadata),
                failed: failed || before?.failed === true,
            });
        }
    }

    private addDiagnostic({ severity, urn, message, ephemeral }: NonNullable<EngineEvent["diagnosticEvent"]>): void {
        const known = SEVERITIES[severity];
        if (known !== undefined && !ephemeral) {
            this.diagnostics.push({ severity: known, ...(urn ? { urn } : {}), message: message.trimEnd() });
        }
    }

    /** The engine tells a violation again for each analysis of the resource. */
    private addFinding(event: NonNullable<EngineEvent["policyEvent"]>): void {
        const finding: PolicyFinding = {
            rule: event.policyName,
            urn: event.resourceUrn ?? "",
            level: event.enforcementLevel === "mandatory" ? "mandatory" : "advisory",
            message: event.message.trimEnd(),
        };
        this.findings.set(JSON.stringify(finding), finding);
    }
}

/** What a step changes: the provider's own words, else the inputs that differ. Nothing for what is new or goes. */
function changedIn({ detailedDiff, old, new: next }: StepMetadata): readonly string[] {
    if (detailedDiff) {
        return Object.keys(detailedDiff).sort();
    }
    if (!old?.inputs || !next?.inputs) {
        return [];
    }
    const [before, after] = [old.inputs, next.inputs];
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].filter((key) => !isDeepStrictEqual(before[key], after[key])).sort();
}

/** `sql:Server primary`: what a person recognises of a URN. */
const describe = ({ type, urn }: StepMetadata): string =>
    `${type.replace(/^[^:]+:/, "")} ${urn.split("::").slice(3).join("::")}`;
