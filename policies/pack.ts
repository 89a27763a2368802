import type {
    PolicyResource,
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationPolicy,
} from "@pulumi/policy";
import { CATALOGUE } from "./catalogue";
import { type PackConfig, packConfig } from "./config";
import { configSchema, SETTINGS_POLICY } from "./config-schema";
import { idsOf, judge, judgeStack } from "./evaluate";
import { foundOutputs } from "./found-outputs";
import type { Finding, ResourceInput, ShownSecrets, StackView } from "./model";
import type { Rule } from "./rule";
import { secretTexts } from "./shown-secrets";
import { loneView, stackView } from "./stack-view";
import { withoutVersion } from "./type-token";

type Policy = ResourceValidationPolicy | StackValidationPolicy;

/** How a message begins where a rule could not decide; the engine has no verdict of its own for it. */
export const UNDECIDED = "Undecided: ";

/**
 * The catalogue as policies of CrossGuard: what needs one resource is asked before it is made, what needs the stack at the end.
 *
 * @param today `YYYY-MM-DD`, unless the configuration of the pack says otherwise
 */
export function policies(today: string, catalogue: readonly Rule[] = CATALOGUE): Policy[] {
    const told = new Told(today);
    const ruleIds = idsOf(catalogue);
    return [told.policy(), ...catalogue.map((rule) => policyOf(rule, told, ruleIds))];
}

/**
 * What the policies share, told to one that has no rule and stands first: the configuration, since CrossGuard configures each policy by
 * itself, and the inputs of each resource. At the end the engine gives outputs alone, and in those azure-native leaves out what stands in
 * an id, such as the group, the server or the scope (pulumi-azure-native, PreviewOutputs and its outputs after a deployment).
 */
class Told {
    config: PackConfig;
    private readonly inputs = new Map<string, Readonly<Record<string, unknown>>>();
    private readonly secrets = new Map<string, readonly string[]>();
    private stack: StackView | undefined;

    constructor(private readonly today: string) {
        this.config = packConfig({ today });
    }

    policy(): Policy {
        const learn = ({ getConfig }: { getConfig<T extends object>(): T }): void => {
            this.config = packConfig({ today: this.today, ...getConfig<Partial<PackConfig>>() });
        };
        const learnInputs = (args: ResourceValidationArgs): void => {
            learn(args);
            this.inputs.set(args.urn, behindGuard(args.props));
        };
        const both: ResourceValidationPolicy & StackValidationPolicy = {
            name: SETTINGS_POLICY,
            description: "Tells the pack which environment it judges.",
            // At this level the engine also asks for remediations, and shows there which inputs are secrets. It gets none.
            enforcementLevel: "remediate",
            configSchema,
            remediateResource: ({ urn, props }) => void this.secrets.set(urn, secretTexts(behindGuard(props))),
            validateResource: learnInputs,
            validateStack: (args) => {
                learn(args);
                this.stack = this.view(args.resources);
            },
        };
        return both;
    }

    /** The stack that is judged, viewed once for all rules; the SDK tells every policy anew of every resource. */
    stackOf(resources: readonly PolicyResource[]): StackView {
        return this.stack ?? this.view(resources);
    }

    private view(resources: readonly PolicyResource[]): StackView {
        return stackView(resources.map((resource) => fromStack(resource, this)));
    }

    /** Texts among its inputs that are secrets; nothing says so where the engine was told to leave remediations out. */
    secretsOf(urn: string): ShownSecrets {
        return this.secrets.get(urn) ?? "unmarked";
    }

    /** What a resource was asked to be, and found out; its outputs where the engine did not ask before, as of one that it only reads. */
    inputsOf({ type, urn, props }: PolicyResource): Readonly<Record<string, unknown>> {
        const outputs = behindGuard(props);
        return { ...(this.inputs.get(urn) ?? outputs), ...foundOutputs(type, outputs) };
    }
}

function policyOf(rule: Rule, told: Told, ruleIds: ReadonlySet<string>): Policy {
    const { check } = rule;
    if (check.needs === "stack") {
        return {
            ...metadata(rule),
            validateStack: ({ resources }, report) => {
                judgeStack(rule, { stack: told.stackOf(resources), ruleIds, config: told.config }).forEach(
                    (finding) => {
                        tell(finding, rule, report);
                    },
                );
            },
        };
    }
    return {
        ...metadata(rule),
        validateResource: ({ type, urn, name, props, opts, provider }, report) => {
            if (check.types !== undefined && !check.types.includes(withoutVersion(type))) {
                return;
            }
            const resource = loneView({
                type,
                urn,
                name,
                inputs: behindGuard(props),
                protect: opts.protect,
                custom: isCustom(type, provider),
                secrets: told.secretsOf(urn),
            });
            judge(rule, resource, { ruleIds, config: told.config }).forEach((finding) => {
                tell(finding, rule, report);
            });
        },
    };
}

/** The engine gives every resource its provider, and a component none. */
const isCustom = (type: string, provider: unknown): boolean => provider !== undefined || type.includes("/");

function metadata({ id, title, severity, measures, remedy, sources }: Rule) {
    const [psrule] = sources.psrule ?? [];
    return {
        name: id,
        displayName: title,
        description: `${title}. ${remedy}`,
        // The strictest; an environment where a rule is only shown says so with each finding.
        enforcementLevel: "mandatory",
        severity,
        tags: measures.map((measure) => `measure-${measure}`),
        remediationSteps: remedy,
        ...(psrule ? { url: `https://azure.github.io/PSRule.Rules.Azure/en/rules/${psrule}/` } : {}),
    } as const;
}

/**
 * A finding as the engine takes it. `@pulumi/policy` 1.21 also takes an object for a message, with a level of its own (server.js,
 * makeReportViolationFun); its types do not say so. Text alone leaves the level to the engine, which the user may configure.
 */
function tell(
    { level, verdict, urn, message }: Finding,
    { severity, title, remedy }: Rule,
    report: ReportViolation,
): void {
    if (level === "mandatory" && verdict === "violated") {
        report(message, urn);
        return;
    }
    const description = `${title}. ${remedy}`;
    const text = `${description}\n${verdict === "undecided" ? UNDECIDED : ""}${message}`;
    const shown: unknown = { message: text, urn, description, severity, enforcementLevel: "advisory" };
    report(shown as string, urn);
}

function fromStack(resource: PolicyResource, told: Told): ResourceInput {
    const { type, urn, name, opts, parent, dependencies, propertyDependencies, provider } = resource;
    return {
        type,
        urn,
        name,
        inputs: told.inputsOf(resource),
        parent: parent?.urn,
        protect: opts.protect,
        custom: isCustom(type, provider),
        secrets: told.secretsOf(urn),
        dependencies: dependencies.map((on) => on.urn),
        propertyDependencies: Object.fromEntries(
            Object.entries(propertyDependencies).map(([property, all]) => [property, all.map((on) => on.urn)]),
        ),
    };
}

/** The values behind the SDK's own guard against unknowns, which throws at the first one that is passed by; ours throws at what is read. */
const behindGuard = (props: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    (props.__getSpecialProxyTarget as Record<string, unknown> | undefined) ?? props;
