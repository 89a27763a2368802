import type { PolicyResource, ReportViolation, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { CATALOGUE } from "./catalogue";
import { type PackConfig, packConfig } from "./config";
import { configSchema, SETTINGS_POLICY } from "./config-schema";
import { judge, judgeStack } from "./evaluate";
import type { Finding, ResourceInput } from "./model";
import type { Rule } from "./rule";
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
    const settings = new Settings(today);
    return [settings.policy(), ...catalogue.map((rule) => policyOf(rule, settings))];
}

/**
 * The configuration of the pack, told once. CrossGuard configures each policy by itself; this one has no rule, stands first and
 * keeps what it is told for the others.
 */
class Settings {
    config: PackConfig;

    constructor(private readonly today: string) {
        this.config = packConfig({ today });
    }

    policy(): Policy {
        const learn = ({ getConfig }: { getConfig<T extends object>(): T }): void => {
            this.config = packConfig({ today: this.today, ...getConfig<Partial<PackConfig>>() });
        };
        const both: ResourceValidationPolicy & StackValidationPolicy = {
            name: SETTINGS_POLICY,
            description: "Tells the pack which environment it judges.",
            enforcementLevel: "advisory",
            configSchema,
            validateResource: learn,
            validateStack: learn,
        };
        return both;
    }
}

function policyOf(rule: Rule, settings: Settings): Policy {
    const { check } = rule;
    if (check.needs === "stack") {
        return {
            ...metadata(rule),
            validateStack: ({ resources }, report) => {
                const stack = stackView(resources.map(fromStack));
                judgeStack(rule, stack, settings.config).forEach((finding) => {
                    tell(finding, rule, report);
                });
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
            });
            judge(rule, resource, settings.config).forEach((finding) => {
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

function fromStack({
    type,
    urn,
    name,
    props,
    opts,
    parent,
    dependencies,
    propertyDependencies,
    provider,
}: PolicyResource): ResourceInput {
    const outputs = behindGuard(props);
    return {
        type,
        urn,
        name,
        // At the end the engine gives outputs; azure-native keeps the inputs in them, once a resource exists.
        inputs: { ...outputs, ...(outputs.__inputs as object | undefined), __inputs: undefined },
        parent: parent?.urn,
        protect: opts.protect,
        custom: isCustom(type, provider),
        dependencies: dependencies.map((resource) => resource.urn),
        propertyDependencies: Object.fromEntries(
            Object.entries(propertyDependencies).map(([property, on]) => [
                property,
                on.map((resource) => resource.urn),
            ]),
        ),
    };
}

/** The values behind the SDK's own guard against unknowns, which throws at the first one that is passed by; ours throws at what is read. */
const behindGuard = (props: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    (props.__getSpecialProxyTarget as Record<string, unknown> | undefined) ?? props;
