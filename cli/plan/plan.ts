/** A value of a plan: JSON, or a mark in place of what is unknown before deployment or secret. */
export type PlanValue = string | number | boolean | null | readonly PlanValue[] | PlanObject;
export interface PlanObject {
    readonly [key: string]: PlanValue;
}

/** Stands for what is not known before deployment, or must not be shown; both marks when both. */
export type Mark = { readonly $unknown?: true; readonly $secret?: true };

export interface PlanResource {
    readonly urn: string;
    /** Pulumi's type token. */
    readonly type: string;
    readonly name: string;
    readonly parent?: string;
    readonly inputs: PlanObject;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly protect: boolean;
    /** False for a component, which makes nothing itself; left out for all others where a plan is printed. */
    readonly custom?: boolean;
}

/** A resource as the engine shows it to policies: its secrets are plain. Never to be printed. */
export interface AskedResource extends PlanResource {
    readonly custom: boolean;
    /** True for what the program only reads. */
    readonly external?: boolean;
    /** Texts among its inputs that must not be shown. */
    readonly secrets: readonly string[];
}

export interface EnvironmentPlan {
    /** Sorted by URN: custom and component resources and the stack, without providers. */
    readonly resources: readonly PlanResource[];
    /** The same, in the same order. */
    readonly asked: readonly AskedResource[];
    readonly outputs: PlanObject;
}
