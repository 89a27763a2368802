import type { PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import type { Props } from "./wire";

/** The resource that a request is about. */
export interface Target {
    /** One for each provider that the engine has configured: its connection. */
    readonly session: string;
    readonly urn: string;
    /** Pulumi's type token. */
    readonly type: string;
    /** The logical name. */
    readonly name: string;
}

export interface CheckRequest extends Target {
    /** The inputs of the last deployment, if there was one. */
    readonly olds: Props | undefined;
    readonly news: Props;
    /** The engine's seed for names: the same in a preview and in the deployment that follows it. */
    readonly seed: Uint8Array;
}

export interface CheckAnswer {
    readonly inputs: Props;
    readonly failures: readonly { readonly property: string; readonly reason: string }[];
}

export interface DiffRequest extends Target {
    readonly oldInputs: Props;
    readonly news: Props;
}

export type DiffKind = keyof typeof PropertyDiff.Kind;

export interface DiffAnswer {
    /** How each property path differs; empty where nothing does. */
    readonly detailed: ReadonlyMap<string, DiffKind>;
    /** Paths that force a replacement. */
    readonly replaces: readonly string[];
    readonly deleteBeforeReplace: boolean;
}

export interface CreateRequest extends Target {
    readonly inputs: Props;
    readonly preview: boolean;
}

export interface ReadRequest extends Target {
    readonly id: string;
    /** The inputs in the engine's state; undefined for an import. */
    readonly inputs: Props | undefined;
    readonly outputs: Props;
}

export interface UpdateRequest extends Target {
    readonly id: string;
    readonly oldInputs: Props;
    readonly oldOutputs: Props;
    readonly news: Props;
    readonly preview: boolean;
}

export interface DeleteRequest extends Target {
    readonly id: string;
    readonly inputs: Props;
}

/** A resource as it stands; without an id in a preview. */
export interface Deployed {
    readonly id: string;
    readonly outputs: Props;
}

/** What is known of a resource that was read: nothing where it is gone. */
export interface ReadAnswer extends Deployed {
    readonly inputs: Props;
}

/** A resource provider, apart from the protocol that it is reached by. */
export interface Provider {
    readonly version: string;
    configure(session: string, config: Readonly<Record<string, string>>): void;
    check(request: CheckRequest): Promise<CheckAnswer>;
    diff(request: DiffRequest): Promise<DiffAnswer>;
    create(request: CreateRequest): Promise<Deployed>;
    read(request: ReadRequest): Promise<ReadAnswer | undefined>;
    update(request: UpdateRequest): Promise<Props>;
    delete(request: DeleteRequest): Promise<void>;
    invoke(session: string, token: string, args: Props): Promise<Props>;
}

/** The resource exists, but is not as it was asked for: the engine keeps it in its state and updates it the next time. */
export class InitFailed extends Error {
    constructor(
        readonly id: string,
        readonly outputs: Props,
        readonly reasons: readonly string[],
    ) {
        super(`resource partially created but read failed: ${reasons.join("; ")}`);
        this.name = "InitFailed";
    }
}
