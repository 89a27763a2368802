import type { Exemption } from "./declared";

/** The environments of the street, in the order in which a release passes them. */
export type Environment = "ontwikkeling" | "test" | "acceptatie" | "productie";

/** What a violation does: stop the deployment, or be shown. */
export type Level = "mandatory" | "advisory";

export type Severity = "low" | "medium" | "high" | "critical";

/** What a rule says of a resource that does not pass: it breaks the rule, or what decides it is not known yet. */
export type Verdict = "violated" | "undecided";

/**
 * A resource as a plan, a state or the engine gives it. Only the first three are needed: a plan that is not ours may have no more.
 * In `inputs`, `{ "$unknown": true }` stands for what Azure decides later and `{ "$secret": true }` for what must not be shown.
 */
export interface ResourceInput {
    readonly urn: string;
    /** Pulumi's type token, with or without an API version. */
    readonly type: string;
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly name?: string;
    /** URN of the parent. */
    readonly parent?: string;
    /** URNs. */
    readonly dependencies?: readonly string[];
    /** For each input, the URNs of the resources whose outputs it is made from. */
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
    readonly protect?: boolean;
    /** False for a component, which makes nothing itself; left out where a plan does not say. */
    readonly custom?: boolean;
    /** True for what a program reads and does not make: no rule sees it, as the engine shows none. */
    readonly external?: boolean;
    /** Texts among the inputs that are secrets and shown nevertheless; left out where all of them are marks. */
    readonly secrets?: ShownSecrets;
}

/** `unmarked` where secrets are shown and nothing says which texts are some, as under the engine. */
export type ShownSecrets = readonly string[] | "unmarked";

/** Inputs as rules read them. Reading an unknown or a secret throws, and the resource becomes undecided. */
export interface Props {
    // biome-ignore lint/suspicious/noExplicitAny: inputs of two thousand types; a rule compares with literals and fails closed.
    readonly [name: string]: any;
}

/** One resource as rules see it. */
export interface ResourceView {
    readonly urn: string;
    /** Without API version: `azure-native:sql/v20230801:Server` is `azure-native:sql:Server`. */
    readonly type: string;
    /** As it was given. */
    readonly token: string;
    readonly name: string;
    readonly props: Props;
    /** The inputs as given, marks included, for rules that look at everything. */
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly parent: ResourceView | undefined;
    readonly protect: boolean;
    /** True for what groups other resources and makes nothing itself. */
    readonly isComponent: boolean;
    /** Empty where no secret is shown. */
    readonly secrets: ShownSecrets;
    /** True where an input says something, also an unknown one; the path of a nested one by its parts. Blank text says nothing. */
    has(...path: readonly string[]): boolean;
    /**
     * The resources of the given types that an input refers to: by name or id where those are known, else by dependency.
     * Throws where it cannot be known.
     */
    references(property: string, ...types: readonly string[]): readonly ResourceView[];
    /** All resources that an input is made from, of whatever type, as far as the stack holds them. */
    dependenciesOf(property: string): readonly ResourceView[];
    /** The URNs of those, also of what the stack does not hold. */
    dependencyUrns(property: string): readonly string[];
}

/** All resources of a stack. */
export interface StackView {
    /** Sorted by URN. */
    readonly all: readonly ResourceView[];
    byUrn(urn: string): ResourceView | undefined;
    ofType(...types: readonly string[]): readonly ResourceView[];
    /**
     * The resources of the given types whose input refers to a resource. Throws where none is known to and one might.
     */
    referrers(target: ResourceView, property: string, ...types: readonly string[]): readonly ResourceView[];
}

/** One resource that does not pass a rule. */
export interface Finding {
    readonly rule: string;
    readonly level: Level;
    readonly verdict: Verdict;
    readonly urn: string;
    /** What was found. */
    readonly message: string;
    /** What to do. */
    readonly remedy: string;
    /** Numbers of the measures, 1 to 14. */
    readonly measures: readonly number[];
    /** The exemption in force that made it advice; it stays violated or undecided. */
    readonly exemption?: Exemption;
}
