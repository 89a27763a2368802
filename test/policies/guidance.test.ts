import { CATALOGUE } from "../../policies/catalogue";
import { packConfig } from "../../policies/config";
import { idsOf, judge } from "../../policies/evaluate";
import { adviceOn } from "../../policies/rules-document";
import { stackView } from "../../policies/stack-view";
import { TODAY, urnOf } from "./example-stack";

type Inputs = Readonly<Record<string, unknown>>;

/** What an example leaves to the reader's program: nothing where it is spread, and unknown wherever it is read. */
const LEFT: object = new Proxy(
    {},
    { get: (_, name) => (name === "$unknown" ? true : typeof name === "string" ? LEFT : undefined) },
);

/** The resources that an example makes. */
function resourcesOf(example: string) {
    const made: { type: string; urn: string; inputs: Inputs }[] = [];
    const module = (service: string) =>
        new Proxy(
            {},
            {
                get: (_, name) =>
                    function make(logicalName: string, inputs: Inputs) {
                        const type = `azure-native:${service}:${String(name)}`;
                        made.push({ type, urn: urnOf(type, logicalName), inputs });
                    },
            },
        );
    const services = new Set([...example.matchAll(/new (\w+)\./g)].map(([, service]) => service as string));
    const known: Inputs = { ...Object.fromEntries([...services].map((service) => [service, module(service)])), Date };
    const scope = new Proxy(known, {
        has: (_, name) => typeof name === "string",
        get: (target, name) => (typeof name === "string" ? (target[name] ?? LEFT) : undefined),
    });
    const run = new Function("scope", `with (scope) { ${example}\n}`);
    run(scope);
    return made;
}

const examples = CATALOGUE.filter(
    ({ id, check }) => check.needs === "resource" && adviceOn(id).example.trim().startsWith("new "),
);

describe("an example", () => {
    it.each(examples)("of $id keeps the rule that it is about", (rule) => {
        const resources = resourcesOf(adviceOn(rule.id).example);
        const context = {
            config: packConfig({ today: TODAY }),
            ruleIds: idsOf(CATALOGUE),
            stack: stackView(resources),
        };
        const subjects = context.stack.all.filter(({ type }) => rule.check.types?.includes(type) ?? true);
        expect(subjects.length).toBeGreaterThan(0);
        const findings = subjects.flatMap((subject) => judge(rule, subject, context));
        expect(findings.filter(({ verdict }) => verdict === "violated").map(({ message }) => message)).toEqual([]);
    });
});
