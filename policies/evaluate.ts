import { CATALOGUE } from "./catalogue";
import { type GivenConfig, packConfig } from "./config";
import type { Exemption } from "./declared";
import { exemptionFor } from "./exemptions";
import { withoutSecrets } from "./hidden";
import { UndecidedError } from "./marks";
import type { Finding, Level, ResourceInput, ResourceView } from "./model";
import type { ResourceContext, Rule, StackContext } from "./rule";
import { stackView } from "./stack-view";

/** All findings of the catalogue over a stack, sorted by rule, resource and message: the same for any order of the resources. */
export function evaluate(
    resources: readonly ResourceInput[],
    given: GivenConfig,
    catalogue: readonly Rule[] = CATALOGUE,
): Finding[] {
    const context = {
        config: packConfig(given),
        ruleIds: idsOf(catalogue),
        stack: stackView(resources.filter(({ external }) => !external)),
    };
    return catalogue.flatMap((rule) => judgeStack(rule, context)).sort(byRuleAndResource);
}

export const idsOf = (catalogue: readonly Rule[]): ReadonlySet<string> => new Set(catalogue.map(({ id }) => id));

/** What one rule finds in a stack. */
export function judgeStack(rule: Rule, context: StackContext): Finding[] {
    const { types } = rule.check;
    const { stack } = context;
    const subjects = types === undefined ? stack.all : stack.ofType(...types);
    return subjects.flatMap((subject) => judge(rule, subject, context));
}

/** What one rule finds in one resource; a rule that needs the stack finds nothing without it. */
export function judge(rule: Rule, subject: ResourceView, context: ResourceContext & Partial<StackContext>): Finding[] {
    const { config, ruleIds, stack } = context;
    const level = rule.levels[config.environment];
    if (level === "off") {
        return [];
    }
    const finding = (verdict: Finding["verdict"], message: string, measures = rule.measures): Finding => ({
        rule: rule.id,
        verdict,
        urn: subject.urn,
        ...exempted(level, withoutSecrets(message, subject, stack), exemptionFor(rule.id, subject.urn, config)),
        remedy: rule.remedy,
        measures,
    });
    const messages = new Map<string, readonly number[] | undefined>();
    const report = (message: string, measures?: readonly number[]) => void messages.set(message, measures);
    try {
        if (rule.check.needs === "resource") {
            rule.check.judge(subject, report, { config, ruleIds });
        } else if (stack) {
            rule.check.judge(subject, report, { config, ruleIds, stack });
        }
    } catch (error) {
        if (!(error instanceof UndecidedError)) {
            throw error;
        }
        // What was found before the unknown was read stands; only without it is the resource undecided.
        if (messages.size === 0) {
            return [finding("undecided", error.message)];
        }
    }
    return [...messages].map(([message, measures]) => finding("violated", message, measures));
}

/** An exempted finding is told and stops nothing. */
function exempted(level: Level, message: string, exemption: Exemption | undefined) {
    if (exemption === undefined) {
        return { level, message };
    }
    const { until, approver, reason } = exemption;
    const why = `exempted until ${until} by ${approver}: ${reason}`;
    return { level: "advisory" as const, message: `${message} (${why})`, exemption };
}

function byRuleAndResource(a: Finding, b: Finding): number {
    return compare(a.rule, b.rule) || compare(a.urn, b.urn) || compare(a.message, b.message);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
