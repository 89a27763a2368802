import type { Colors } from "picocolors/types";
import type { Finding } from "../../policies/model";
import { brief } from "./harmless";
import { indented } from "./indented";
import { shortType } from "./tree";

export interface EnvironmentFindings {
    readonly environment: string;
    readonly findings: readonly Finding[];
}

/** Over the findings that a plan cannot decide: what does. */
export const AFTER_DEPLOYMENT = "To be checked after deployment: pulumi stack export | npx otap check -";

/** What is said of findings beside the findings themselves. */
export interface FindingsOptions {
    readonly columns: number;
    readonly colours: Colors;
    /** The line over what is undecided; {@link AFTER_DEPLOYMENT} when left out. */
    readonly decides?: string;
}

/** Findings in two parts, of which the first fits a screen. */
export interface ShownFindings {
    /** The rules with their counts and remedies; empty where the details are short enough without. */
    readonly overview: string;
    /** By rule, each resource with what was found; what stops a deployment first. */
    readonly details: string;
}

/** Lines of details that need no overview. */
const SHORT = 30;
/** Lines of an overview, so that with a heading it stays within the 40 of a screen. */
const MOST_OVERVIEW_LINES = 32;
/** Lines under one rule: a hundred databases with one fault would hide the next rule. */
const MOST_LINES = 8;

/** Characters of one message, in which the reason of an exemption may stand. */
const MOST_OF_MESSAGE = 1500;

/** Findings by rule, each remedy once; what a plan leaves undecided stands last, under what decides it. */
export function showFindings(environments: readonly EnvironmentFindings[], options: FindingsOptions): ShownFindings {
    const groups = groupByRule(environments);
    const whole = detailsOf(groups, new Set(), options);
    if (linesIn(whole) <= SHORT) {
        return { overview: "", details: whole };
    }
    const { text, told } = overviewOf(groups, options);
    return { overview: text, details: detailsOf(groups, told, options) };
}

interface Located {
    readonly environment: string;
    readonly finding: Finding;
}

/** The findings of one rule, of one level and verdict; never empty. */
interface Group {
    readonly first: Finding;
    readonly all: readonly Located[];
}

function groupByRule(environments: readonly EnvironmentFindings[]): readonly Group[] {
    const groups = new Map<string, Located[]>();
    for (const { environment, findings } of environments) {
        for (const finding of findings) {
            const key = `${isUndecided(finding) ? 1 : 0} ${finding.level === "mandatory" ? 0 : 1} ${finding.rule}`;
            const group = groups.get(key);
            if (group === undefined) {
                groups.set(key, [{ environment, finding }]);
            } else {
                group.push({ environment, finding });
            }
        }
    }
    return [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, all]) => (all[0] === undefined ? [] : [{ first: all[0].finding, all }]));
}

const isUndecided = ({ verdict }: Finding): boolean => verdict === "undecided";

function detailsOf(groups: readonly Group[], told: ReadonlySet<Group>, options: FindingsOptions): string {
    return groups
        .map((group, index) => {
            const opens = isUndecided(group.first) && (index === 0 || !isUndecided((groups[index - 1] as Group).first));
            return (opens ? heading(options) : "") + showGroup(group, told.has(group), options);
        })
        .join("\n");
}

const heading = ({ decides = AFTER_DEPLOYMENT, columns }: FindingsOptions): string =>
    `${indented(decides, 0, columns)}\n`;

function showGroup(group: Group, told: boolean, { columns, colours }: FindingsOptions): string {
    const { first } = group;
    const head = `${markOf(first, colours)} ${colours.bold(first.rule)}  ${first.level}, ${first.verdict}, ${measuresOf(first)}`;
    const messages = [...byMessage(group)];
    const lines = messages
        .slice(0, MOST_LINES)
        .map(([message, where]) =>
            indented(`${[...where].map((each) => brief(each)).join(", ")}: ${message}`, 4, columns),
        );
    if (messages.length > MOST_LINES) {
        lines.push(indented(`and ${messages.length - MOST_LINES} more; --json lists them all`, 4, columns));
    }
    const remedy = told ? "" : indented(`Remedy: ${first.remedy}`, 2, columns);
    return `${indented(head, 0, columns)}${remedy}${lines.join("")}`;
}

function markOf(finding: Finding, colours: Colors): string {
    if (isUndecided(finding)) {
        return colours.yellow("?");
    }
    return finding.level === "mandatory" ? colours.red("✗") : colours.yellow("!");
}

const measuresOf = ({ measures }: Finding): string => `measure ${measures.join(", ")}`;

/** The same thing in several environments is said once. */
function byMessage({ all }: Group): ReadonlyMap<string, ReadonlySet<string>> {
    const lines = new Map<string, Set<string>>();
    for (const { environment, finding } of all) {
        const [, , types = "", name = finding.urn] = finding.urn.split("::");
        const kind = shortType(types.split("$").pop() ?? "");
        const message = `${brief(name)}${kind && ` (${brief(kind)})`}: ${brief(finding.message, MOST_OF_MESSAGE)}`;
        const where = lines.get(message);
        if (where === undefined) {
            lines.set(message, new Set([environment]));
        } else {
            where.add(environment);
        }
    }
    return lines;
}

/** The rules with most findings, as far as they fit; the groups among them, whose remedies are told with that. */
function overviewOf(groups: readonly Group[], options: FindingsOptions) {
    const told = new Set<Group>();
    let text = `${indented(countsOf(groups), 0, options.columns)}\n`;
    const bySize = [...groups].sort((a, b) => rank(a) - rank(b) || resourcesIn(b) - resourcesIn(a));
    for (const group of bySize) {
        const entry = `${opensUndecided(group, told) ? `\n${heading(options)}` : ""}${entryOf(group, options)}`;
        const rest = restOf(
            groups.filter((other) => other !== group && !told.has(other)),
            options,
        );
        if (linesIn(text) + linesIn(entry) + linesIn(rest) > MOST_OVERVIEW_LINES) {
            break;
        }
        text += entry;
        told.add(group);
    }
    const left = groups.filter((group) => !told.has(group));
    return { text: text + restOf(left, options), told };
}

/** What an overview has no room for, and what decides it where that is all that is undecided. */
function restOf(left: readonly Group[], { columns, decides = AFTER_DEPLOYMENT }: FindingsOptions): string {
    if (left.length === 0) {
        return "";
    }
    const count = left.reduce((sum, { all }) => sum + all.length, 0);
    const more = `and ${count === 1 ? "1 finding" : `${count} findings`} of ${rules(left.length)} more, below`;
    const undecided = left.some(({ first }) => isUndecided(first)) ? indented(decides, 0, columns) : "";
    return `${indented(more, 2, columns)}${undecided && `\n${undecided}`}`;
}

const rank = ({ first }: Group): number => (isUndecided(first) ? 2 : first.level === "mandatory" ? 0 : 1);

const opensUndecided = ({ first }: Group, told: ReadonlySet<Group>): boolean =>
    isUndecided(first) && ![...told].some((other) => isUndecided(other.first));

const resourcesIn = ({ all }: Group): number =>
    new Set(all.map(({ environment, finding }) => `${environment} ${finding.urn}`)).size;

function entryOf(group: Group, { columns, colours }: FindingsOptions): string {
    const { first } = group;
    const resources = resourcesIn(group);
    const count = resources === 1 ? "1 resource" : `${resources} resources`;
    const head = `${markOf(first, colours)} ${colours.bold(first.rule)}  ${count}, ${measuresOf(first)}`;
    return `${indented(head, 0, columns)}${indented(`Remedy: ${first.remedy}`, 4, columns)}`;
}

function countsOf(groups: readonly Group[]): string {
    const counts = ["mandatory", "advisory", "undecided"].map((word, wanted) => {
        const found = groups.filter((group) => rank(group) === wanted).reduce((sum, { all }) => sum + all.length, 0);
        return found > 0 ? [`${found} ${word}`] : [];
    });
    const ids = new Set(groups.map(({ first }) => first.rule));
    return `Findings of ${rules(ids.size)}: ${counts.flat().join(", ")}`;
}

const rules = (count: number): string => (count === 1 ? "1 rule" : `${count} rules`);

const linesIn = (text: string): number => text.split("\n").length - 1;
