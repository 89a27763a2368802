/**
 * One line of the engine's event log, as far as it is used here: `apitype.EngineEvent` of Pulumi's SDK
 * (pulumi/pulumi, sdk/go/common/apitype/events.go). Exactly one of the parts is there.
 */
export interface EngineEvent {
    readonly resourcePreEvent?: { readonly metadata: StepMetadata };
    readonly resOutputsEvent?: { readonly metadata: StepMetadata };
    readonly resOpFailedEvent?: { readonly metadata: StepMetadata };
    readonly diagnosticEvent?: {
        readonly urn?: string;
        readonly message: string;
        readonly severity: string;
        /** True for messages that only a terminal shows, for a moment. */
        readonly ephemeral?: boolean;
    };
    readonly policyEvent?: {
        readonly resourceUrn?: string;
        readonly policyName: string;
        readonly enforcementLevel: string;
        readonly message: string;
    };
    readonly summaryEvent?: { readonly resourceChanges?: Readonly<Record<string, number>> };
}

export interface StepMetadata {
    /** `create`, `update`, `same`, `delete`, `replace`, `create-replacement`, `delete-replaced`, `read`, `refresh`, … */
    readonly op: string;
    readonly urn: string;
    readonly type: string;
    /** Property paths that differ, and how; only of a provider that says so. */
    readonly detailedDiff?: Readonly<Record<string, unknown>> | null;
    readonly old?: StepState | null;
    readonly new?: StepState | null;
}

interface StepState {
    readonly inputs?: Readonly<Record<string, unknown>>;
}

/** An event of a line, or undefined for a line that is not complete: the engine was ended while it wrote. */
export function parseEvent(line: string): EngineEvent | undefined {
    try {
        return JSON.parse(line) as EngineEvent;
    } catch {
        return undefined;
    }
}
