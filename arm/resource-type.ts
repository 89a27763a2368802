/**
 * A segment of a resource's name: an input, an input that Azure allows one value for, a constant of the path, or a GUID that azure-native makes
 * up at random and this project from the inputs.
 */
export type NameSegment =
    | string
    | { readonly input: string; readonly otherwise: string }
    | { readonly fixed: string }
    | { readonly madeUp: true };

/** An object, or each object of a list, whose fields ARM keeps under `properties` and azure-native flattens. */
export interface Flattened {
    /** Fields that stand beside `properties`. */
    readonly beside: readonly string[];
    /** Flattened fields among those that go into `properties`. */
    readonly within?: Nested;
}

export type Nested = Readonly<Record<string, Flattened>>;

/** How azure-native's inputs of one resource type become what Azure Resource Manager receives. */
export interface ResourceType {
    /** In the case that Microsoft documents: scanners compare it by the letter. */
    readonly armType: string;
    /** The default of azure-native 3.28. */
    readonly apiVersion: string;
    /** What forms the name, parents first. */
    readonly names: readonly NameSegment[];
    /** Where it lives. An extension lives on the resource whose id stands in an input. Default: in a resource group. */
    readonly scope?: "subscription" | { readonly input: string };
    /** Inputs beside `properties` in the body; `location` and `tags` always are. */
    readonly top?: readonly string[];
    /** `input`: azure-native has `properties` as an input; `none`: Azure's body has no `properties`. Default: flattened. */
    readonly properties?: "input" | "none";
    /** ARM's names for inputs that azure-native calls otherwise, at any depth; tags keep theirs. */
    readonly renames?: Readonly<Record<string, string>>;
    readonly nested?: Nested;
    /** Properties that azure-native sends without being told. */
    readonly always?: Readonly<Record<string, string>>;
}

export type ResourceTypes = Readonly<Record<string, ResourceType>>;
