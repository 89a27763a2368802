import { CATALOGUE } from "./catalogue";
import { type GivenConfig, type PackConfig, packConfig } from "./config";
import { UndecidedError } from "./marks";
import type { Finding, ResourceInput, ResourceView, StackView } from "./model";
import type { Rule } from "./rule";
import { stackView } from "./stack-view";

/** All findings of the catalogue over a stack, sorted by rule, resource and message: the same for any order of the resources. */
export function evaluate(
    resources: readonly ResourceInput[],
    given: GivenConfig,
    catalogue: readonly Rule[] = CATALOGUE,
): Finding[] {
    const config = packConfig(given);
    const stack = stackView(resources);
    return catalogue.flatMap((rule) => judgeStack(rule, stack, config)).sort(byRuleAndResource);
}

/** What one rule finds in a stack. */
export function judgeStack(rule: Rule, stack: StackView, config: PackConfig): Finding[] {
    const { types } = rule.check;
    const subjects = types === undefined ? stack.all : stack.ofType(...types);
    return subjects.flatMap((subject) => judge(rule, subject, config, stack));
}

/** What one rule finds in one resource; a rule that needs the stack finds nothing without it. */
export function judge(rule: Rule, subject: ResourceView, config: PackConfig, stack?: StackView): Finding[] {
    const level = rule.levels[config.environment];
    if (level === "off") {
        return [];
    }
    const finding = (verdict: Finding["verdict"], message: string): Finding => ({
        rule: rule.id,
        level,
        verdict,
        urn: subject.urn,
        message,
        remedy: rule.remedy,
        measures: rule.measures,
    });
    const messages = new Set<string>();
    const report = (message: string) => void messages.add(message);
    try {
        if (rule.check.needs === "resource") {
            rule.check.judge(subject, report, { config });
        } else if (stack) {
            rule.check.judge(subject, report, { config, stack });
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
    return [...messages].map((message) => finding("violated", message));
}

function byRuleAndResource(a: Finding, b: Finding): number {
    return compare(a.rule, b.rule) || compare(a.urn, b.urn) || compare(a.message, b.message);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
