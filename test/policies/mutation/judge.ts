import { CATALOGUE } from "../../../policies/catalogue";
import { type GivenConfig, type PackConfig, packConfig } from "../../../policies/config";
import { idsOf, judge, judgeStack } from "../../../policies/evaluate";
import type { Finding, ResourceInput } from "../../../policies/model";
import type { Rule } from "../../../policies/rule";
import { loneView, stackView } from "../../../policies/stack-view";

/**
 * What the whole catalogue finds in a changed plan and not in the plan as it is. A rule that sees one resource at a time is asked
 * about what changed alone, as the engine asks it; its answers for all others cannot differ.
 */
export class Judge {
    private readonly config: PackConfig;
    private readonly urns: ReadonlyMap<string, ResourceInput>;
    private readonly before: ReadonlySet<string>;

    constructor(
        readonly resources: readonly ResourceInput[],
        given: GivenConfig,
    ) {
        this.config = packConfig(given);
        this.urns = new Map(resources.map((resource) => [resource.urn, resource]));
        this.before = new Set([...this.ofRules(resources, resources, CATALOGUE)].map(keyOf));
    }

    /** Rule by rule: who asks for one finding waits for no more. */
    *newFindings(changed: readonly ResourceInput[], first: ReadonlySet<string> = new Set()): Iterable<Finding> {
        const news = changed.filter((resource) => this.urns.get(resource.urn) !== resource);
        const rank = ({ id, check }: Rule): number => (check.needs === "resource" ? 0 : first.has(id) ? 1 : 2);
        const rules = [...CATALOGUE].sort((a, b) => rank(a) - rank(b));
        for (const finding of this.ofRules(changed, news, rules)) {
            if (!this.before.has(keyOf(finding))) {
                yield finding;
            }
        }
    }

    private *ofRules(
        resources: readonly ResourceInput[],
        subjects: readonly ResourceInput[],
        rules: readonly Rule[],
    ): Iterable<Finding> {
        const context = { config: this.config, ruleIds: idsOf(CATALOGUE) };
        const views = subjects.map(loneView);
        let stack: ReturnType<typeof stackView> | undefined;
        for (const rule of rules) {
            if (rule.check.needs === "stack") {
                stack ??= stackView(resources);
                yield* judgeStack(rule, { ...context, stack });
                continue;
            }
            for (const view of views) {
                if (rule.check.types?.includes(view.type) ?? true) {
                    yield* judge(rule, view, context);
                }
            }
        }
    }
}

const keyOf = ({ rule, urn, verdict, message }: Finding): string => [rule, urn, verdict, message].join("\n");
