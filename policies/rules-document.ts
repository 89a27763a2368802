import { CATALOGUE } from "./catalogue";
import { type Advice, GUIDANCE } from "./guidance";
import type { Levels, Rule, Sources } from "./rule";

/** `RULES.md`: every rule of the catalogue, for those who meet one. */
export function rulesDocument(): string {
    return [
        "# The rules of the policy pack",
        "",
        `${CATALOGUE.length} rules. Written by \`npm run generate\`; a test fails when it is not what the pack does.`,
        "",
        "Each rule has three answers for a resource: it holds, it is *violated*, or it is *undecided*, where a value is not known before",
        "the deployment; `pulumi stack export | npx otap check -` decides it then. What is left out is violated even where Azure's default is",
        "safe: a plan is read by people. O, T, A and P are ontwikkeling, test, acceptatie and productie: **M** stops a deployment, *a* is",
        "advice, – is off. A program that is not ours is judged as productie.",
        "",
        "| Rule | What holds | Severity | Measures | O | T | A | P |",
        "|---|---|---|---|---|---|---|---|",
        ...CATALOGUE.map(summaryRow),
        "",
        ...CATALOGUE.flatMap(section),
    ].join("\n");
}

const summaryRow = ({ id, title, severity, measures, levels }: Rule): string =>
    `| [\`${id}\`](#${id}) | ${title} | ${severity} | ${measures.join(", ")} | ${marks(levels).join(" | ")} |`;

const MARKS = { mandatory: "**M**", advisory: "*a*", off: "–" } as const;

const marks = ({ ontwikkeling, test, acceptatie, productie }: Levels): readonly string[] =>
    [ontwikkeling, test, acceptatie, productie].map((level) => MARKS[level]);

function section(rule: Rule): readonly string[] {
    const { why, example } = adviceOn(rule.id);
    return [
        `## ${rule.id}`,
        "",
        `${rule.title}. ${capital(rule.severity)}; ${levelsInWords(rule.levels)}; ${measuresInWords(rule.measures)}.`,
        "",
        `- **Looks at** ${subjects(rule)}.`,
        `- **Why** ${why}`,
        `- **Remedy** ${rule.remedy}`,
        ...sourceLine(rule.sources),
        "",
        codeBlock(example),
        "",
    ];
}

/** @throws Error for a rule without advice. */
export function adviceOn(id: string): Advice {
    const advice = GUIDANCE[id];
    if (advice === undefined) {
        throw new Error(`policies/guidance says nothing of ${id}`);
    }
    return advice;
}

/** An example as Markdown shows it. */
export const codeBlock = (example: string): string =>
    [`\`\`\`${languageOf(example)}`, example.trim(), "```"].join("\n");

const languageOf = (example: string): string =>
    example.trim().startsWith("new ") ? "ts" : /^(npx )?otap /.test(example) ? "sh" : "yaml";

function subjects({ check }: Rule): string {
    const { types, needs } = check;
    if (types?.join() === "pulumi:pulumi:Stack") {
        return "the stack, and what the configuration of the pack says of it";
    }
    const what = types === undefined ? "every resource" : types.map((type) => `\`${shortType(type)}\``).join(", ");
    return needs === "stack" ? `${what}, and what is related to it in the stack` : what;
}

const shortType = (type: string): string => type.replace("azure-native:", "");

function levelsInWords(levels: Levels): string {
    const byLevel = (level: string) =>
        Object.entries(levels)
            .filter(([, each]) => each === level)
            .map(([environment]) => environment);
    const [mandatory, advisory] = [byLevel("mandatory"), byLevel("advisory")];
    const words = [
        ...(mandatory.length > 0 ? [`mandatory in ${where(mandatory)}`] : []),
        ...(advisory.length > 0 ? [`advisory in ${where(advisory)}`] : []),
    ];
    return words.join(", ");
}

const where = (environments: readonly string[]): string =>
    environments.length === 4 ? "every environment" : and(environments);

const measuresInWords = (measures: readonly number[]): string =>
    `${measures.length === 1 ? "measure" : "measures"} ${and(measures.map(String))}`;

const and = (words: readonly string[]): string =>
    words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

function sourceLine({ checkov, psrule, azurePolicy, cis }: Sources): readonly string[] {
    const sources = [
        ...named("Checkov", checkov),
        ...named(
            "PSRule",
            psrule?.map((id) => `[${id}](https://azure.github.io/PSRule.Rules.Azure/en/rules/${id}/)`),
        ),
        ...named(
            "Azure Policy",
            azurePolicy?.map((id) => `\`${id}\``),
        ),
        ...named("CIS Azure", cis),
    ];
    return sources.length > 0 ? [`- **Elsewhere** ${sources.join("; ")}.`] : [];
}

const named = (tool: string, ids: readonly string[] = []): readonly string[] =>
    ids.length > 0 ? [`${tool} ${ids.join(", ")}`] : [];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
