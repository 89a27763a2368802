import type { PackConfig } from "./config";
import type { Environment, Level, ResourceView, Severity, StackView } from "./model";

/** Says what is wrong with the resource that is judged; with measures where it concerns fewer than the rule. */
export type Report = (message: string, measures?: readonly number[]) => void;

export interface ResourceContext {
    readonly config: PackConfig;
    /** Of the whole pack. */
    readonly ruleIds: ReadonlySet<string>;
}

export interface StackContext extends ResourceContext {
    readonly stack: StackView;
}

/** What a rule decides: for one resource at a time, so that an unknown in one hides no other. */
export type Check = ResourceCheck | StackCheck;

interface Subjects {
    /** Types of the resources that are judged; all where it is left out. */
    readonly types?: readonly string[];
}

/** Needs nothing but the resource; the engine asks it before the resource is made. */
export interface ResourceCheck extends Subjects {
    readonly needs: "resource";
    readonly judge: (resource: ResourceView, report: Report, context: ResourceContext) => void;
}

/** Needs to see other resources of the stack; the engine asks it at the end of a preview. */
export interface StackCheck extends Subjects {
    readonly needs: "stack";
    readonly judge: (resource: ResourceView, report: Report, context: StackContext) => void;
}

export const resourceRule = (types: readonly string[], judge: ResourceCheck["judge"]): ResourceCheck => ({
    needs: "resource",
    types,
    judge,
});

export const anyResourceRule = (judge: ResourceCheck["judge"]): ResourceCheck => ({ needs: "resource", judge });

export const stackRule = (types: readonly string[], judge: StackCheck["judge"]): StackCheck => ({
    needs: "stack",
    types,
    judge,
});

export const anyStackRule = (judge: StackCheck["judge"]): StackCheck => ({ needs: "stack", judge });

/** What a rule does in each environment; `off` where the measure does not speak of that environment. */
export type Levels = Readonly<Record<Environment, Level | "off">>;

/** The same rule in the tools that have it. */
export interface Sources {
    readonly checkov?: readonly string[];
    /** PSRule for Azure. */
    readonly psrule?: readonly string[];
    /** Ids of built-in definitions. Not all are GUIDs: Microsoft's for TDE holds a `k`. */
    readonly azurePolicy?: readonly string[];
    /** Number in the CIS benchmark for Azure, with the benchmark's version: `2.0:4.1.2`. */
    readonly cis?: readonly string[];
}

/** A row of the catalogue: why, how bad, for which measure, with which remedy. The check decides whether. */
export interface Rule {
    /** Also the name of the file under `rules/`. */
    readonly id: string;
    readonly title: string;
    readonly severity: Severity;
    readonly levels: Levels;
    /** Numbers of the measures, 1 to 14. */
    readonly measures: readonly number[];
    /** What to do, in sentences. */
    readonly remedy: string;
    readonly sources: Sources;
    readonly check: Check;
}
