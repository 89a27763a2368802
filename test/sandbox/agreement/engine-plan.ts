import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EnvironmentPlan, PlanObject, PlanResource, PlanValue } from "../../../cli/plan/plan";
import { evaluate } from "../../../policies/evaluate";
import type { Environment } from "../../../policies/model";
import { UNDECIDED } from "../../../policies/pack";
import { AzureProvider } from "../../../sandbox/azure/azure-provider";
import { Cloud } from "../../../sandbox/azure/cloud";
import { Faults } from "../../../sandbox/azure/faults";
import type { CheckAnswer, CheckRequest, Provider } from "../../../sandbox/azure/provider";
import { RandomProvider } from "../../../sandbox/azure/random-provider";
import { REFUSALS } from "../../../sandbox/azure/refusals";
import { ResourceManager } from "../../../sandbox/azure/resource-manager";
import { serve } from "../../../sandbox/azure/serve";
import { isUnknown } from "../../../sandbox/azure/wire";
import type { Engine } from "../../../sandbox/engine/engine";
import { isForbidden, type Outcome } from "../../../sandbox/street/outcome";
import { runStack } from "../../../sandbox/street/run-stack";
import { type Street, streetAt } from "../../../sandbox/street/street";
import { NO_SITES, NO_SQL } from "../street/echo-providers";

/** What does not last is judged by the date on which the example data is valid. */
const TODAY = "2026-11-23";

/** A finding as both sides know it. */
export interface AgreedFinding {
    readonly rule: string;
    readonly urn: string;
    readonly verdict: "violated" | "undecided";
}

export interface Plan {
    /** Sorted by URN. */
    readonly resources: readonly PlanResource[];
    /** Sorted. */
    readonly findings: readonly AgreedFinding[];
}

/** The real engine with the stand-in behind it, which also notes what each program asks for before the provider adds to it. */
export interface EngineSide {
    /** What was made. */
    readonly cloud: Cloud;
    readonly street: Street;
    /** What the engine would do for a stack that does not exist yet. */
    plan(stack: string): Promise<Plan>;
    up(stack: string): Promise<Outcome>;
    stop(): Promise<void>;
}

export async function engineSide(engine: Engine, root: string): Promise<EngineSide> {
    const asked = new Map<string, readonly string[]>();
    const cloud = new Cloud();
    const azure = await serve(noting(new AzureProvider(new ResourceManager(cloud, REFUSALS, new Faults([]))), asked));
    const random = await serve(noting(new RandomProvider(), asked));
    const street = streetAt(root, mkdtempSync(join(tmpdir(), "agreement-")));
    const run = {
        street,
        engine,
        debugProviders: `azure-native:${azure.port},random:${random.port}`,
        sites: NO_SITES,
        sql: NO_SQL,
    };
    return {
        cloud,
        street,
        plan: async (environment) => {
            const planFile = join(street.folder, `${environment}.json`);
            const outcome = await runStack({ ...run, environment, operation: "preview", planFile, today: TODAY });
            const errors = outcome.diagnostics.filter(({ severity }) => severity === "error");
            // A preview in which a policy forbids something fails at its end, with all of it told.
            if (errors.length > 0 && !isForbidden(outcome)) {
                throw new Error(errors.map(({ message }) => message).join("\n"));
            }
            return { resources: plannedIn(planFile, asked), findings: findingsOf(outcome) };
        },
        up: (environment) => runStack({ ...run, environment, operation: "up", policyPack: false }),
        stop: async () => {
            await Promise.all([azure.stop(), random.stop()]);
            remove(street);
        },
    };
}

const remove = ({ folder }: Street): void => rmSync(folder, { recursive: true, force: true });

/** Notes the inputs of a program by name: what a check answers holds those that the provider adds as well. */
function noting(provider: Provider, asked: Map<string, readonly string[]>): Provider {
    const check = provider.check.bind(provider);
    provider.check = async (request: CheckRequest): Promise<CheckAnswer> => {
        asked.set(request.urn, Object.keys(request.news));
        return check(request);
    };
    return provider;
}

/** A step of `pulumi preview --json`. */
interface PreviewStep {
    readonly op: string;
    readonly newState?: {
        readonly urn: string;
        readonly type: string;
        readonly parent?: string;
        readonly inputs?: Readonly<Record<string, unknown>>;
        readonly dependencies?: readonly string[];
        readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
        readonly protect?: boolean;
    };
}

function plannedIn(file: string, asked: ReadonlyMap<string, readonly string[]>): PlanResource[] {
    const { steps = [] } = JSON.parse(readFileSync(file, "utf8")) as { steps?: readonly PreviewStep[] };
    return steps
        .flatMap(({ newState }) => (newState && !newState.type.startsWith("pulumi:providers:") ? [newState] : []))
        .map((state) => {
            const inputs = state.inputs ?? {};
            const names = asked.get(state.urn) ?? Object.keys(inputs).filter((name) => name !== "__provider");
            return {
                urn: state.urn,
                type: state.type,
                name: state.urn.split("::").slice(3).join("::"),
                ...(state.parent ? { parent: state.parent } : {}),
                inputs: Object.fromEntries([...names].sort().map((name) => [name, marked(inputs[name])])),
                dependencies: [...(state.dependencies ?? [])].sort(),
                propertyDependencies: sortedLists(state.propertyDependencies ?? {}),
                protect: state.protect ?? false,
            };
        })
        .sort((a, b) => (a.urn < b.urn ? -1 : 1));
}

/** Values with the engine's own marks for what is unknown and what is secret in the plan's words. */
function marked(value: unknown): PlanValue {
    if (isUnknown(value)) {
        return { $unknown: true };
    }
    if (value === "[secret]") {
        return { $secret: true };
    }
    if (Array.isArray(value)) {
        return value.map(marked);
    }
    if (typeof value === "object" && value !== null) {
        const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
        return Object.fromEntries(entries.map(([key, inner]) => [key, marked(inner)])) as PlanObject;
    }
    return (value ?? null) as PlanValue;
}

const sortedLists = (lists: Readonly<Record<string, readonly string[] | null>>): PlanResource["propertyDependencies"] =>
    Object.fromEntries(
        Object.keys(lists)
            .filter((name) => (lists[name]?.length ?? 0) > 0)
            .sort()
            .map((name) => [name, [...(lists[name] ?? [])].sort()]),
    );

/** The pack tells the engine in words when it cannot decide. */
const findingsOf = ({ findings }: Outcome): AgreedFinding[] =>
    findings
        .map(({ rule, urn, message }) => ({
            rule,
            urn,
            verdict: message.includes(`\n${UNDECIDED}`) ? ("undecided" as const) : ("violated" as const),
        }))
        .sort(byRuleAndUrn);

/** An offline plan, in the same words. */
export const agreed = (plan: EnvironmentPlan, environment: Environment): Plan => ({
    resources: plan.resources,
    findings: evaluate(plan.asked, { environment, today: TODAY })
        .map(({ rule, urn, verdict }) => ({ rule, urn, verdict }))
        .sort(byRuleAndUrn),
});

const byRuleAndUrn = (a: AgreedFinding, b: AgreedFinding): number => {
    const [left, right] = [a, b].map(({ rule, urn, verdict }) => `${rule} ${urn} ${verdict}`) as [string, string];
    return left < right ? -1 : left > right ? 1 : 0;
};
