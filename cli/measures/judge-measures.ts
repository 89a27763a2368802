import type { Finding } from "../../policies/model";
import type { Ending } from "../../stacks/promotion/evidence";
import { inForce, lastDayOf } from "../../stacks/required-attestations";
import type { Attestation } from "../../stacks/settings/data-files";
import { MEASURES, type Measure, type RequiredAttestation } from "./measures";
import type { UsedService } from "./used-services";

export type MeasureVerdict = "met" | "violated" | "undecided";
export type Basis = "plan" | "state" | "attestation";

export interface JudgedMeasure {
    readonly verdict: MeasureVerdict;
    /** What the verdict rests on. */
    readonly basis: readonly Basis[];
    /** One sentence for each thing that was looked at. */
    readonly evidence: readonly string[];
}

export interface Judged {
    readonly findings: readonly Finding[];
    /** Ids of the rules that were evaluated, by measure. */
    readonly rules: Readonly<Record<number, readonly string[]>>;
    readonly attestations: readonly Attestation[];
    /** What is judged: what would be deployed, or what is; a plan when left out. */
    readonly basis?: "plan" | "state";
    /** What the plan uses of Azure, which the reports on the hosting must cover. */
    readonly used: readonly UsedService[];
    /** What else a reader can check, by measure; nothing when left out. */
    readonly facts?: Readonly<Record<number, readonly string[]>>;
    /** What is over soon; nothing when left out. */
    readonly ending?: readonly Ending[];
    /** ISO date. */
    readonly today: string;
}

/** The verdict on each of the fourteen measures: met only where nothing is violated, undecided or missing. */
export function judgeMeasures(judged: Judged): Readonly<Record<string, JudgedMeasure>> {
    return Object.fromEntries(MEASURES.map((measure) => [String(measure.number), judge(measure, judged)]));
}

function judge(measure: Measure, judged: Judged): JudgedMeasure {
    const { findings, rules, attestations, facts, ending = [], today, basis = "plan" } = judged;
    const own = findings.filter((finding) => finding.measures.includes(measure.number));
    const ruleIds = rules[measure.number] ?? [];
    const counting = attestations.filter((attestation) => inForce(attestation, today));
    const answers = measure.attestations.map((required) => answer(required, counting, judged));
    const evidence = [
        ...ruleEvidence(ruleIds, own, basis),
        ...answers.map(({ sentence }) => sentence),
        ...(facts?.[measure.number] ?? []),
        ...ending
            .filter(({ measures }) => measures.includes(measure.number))
            .map(({ sentence }) => `ends soon: ${sentence}`),
        ...(measure.notYet ? [`not yet: ${measure.notYet}`] : []),
    ];
    return {
        verdict: verdictOf([...own, ...answers], !!measure.notYet || evidence.length === 0),
        basis: basisOf(ruleIds, answers, basis),
        evidence,
    };
}

type Said = Finding["verdict"] | "met";

function verdictOf(said: readonly { readonly verdict: Said }[], open: boolean): MeasureVerdict {
    if (said.some(({ verdict }) => verdict === "violated")) {
        return "violated";
    }
    return open || said.some(({ verdict }) => verdict === "undecided") ? "undecided" : "met";
}

interface Answer {
    readonly verdict: MeasureVerdict;
    readonly sentence: string;
}

function answer(
    required: RequiredAttestation,
    counting: readonly Attestation[],
    { attestations, used, today }: Judged,
): Answer {
    const { label } = required;
    const found = counting.filter((attestation) => required.matches(attestation));
    const [last] = found.toSorted((a, b) => (a.date < b.date ? 1 : -1));
    if (last === undefined) {
        const [other] = attestations
            .filter((attestation) => required.matches(attestation))
            .toSorted((a, b) => (lastDayOf(a) < lastDayOf(b) ? 1 : -1));
        const why = other
            ? `the last one on file holds from ${other.date} until ${lastDayOf(other)}`
            : "none is on file";
        return { verdict: "undecided", sentence: `attestation missing: ${label}; ${why}` };
    }
    const objection = required.objection?.(found, used);
    const details = required.details === undefined ? "" : `: ${required.details(last, today)}`;
    return objection === undefined
        ? { verdict: "met", sentence: `attested: ${label} (by the ${last.by}, until ${lastDayOf(last)})${details}` }
        : { verdict: objection.verdict, sentence: `attestation does not count: ${label}; ${objection.why}` };
}

function basisOf(ruleIds: readonly string[], answers: readonly Answer[], basis: Basis): readonly Basis[] {
    return [...(ruleIds.length > 0 ? [basis] : []), ...(answers.length > 0 ? (["attestation"] as const) : [])];
}

function ruleEvidence(ruleIds: readonly string[], findings: readonly Finding[], basis: Basis): string[] {
    const violated = idsOf(findings, "violated");
    const undecided = idsOf(findings, "undecided").filter((id) => !violated.includes(id));
    const held = ruleIds.filter((id) => !violated.includes(id) && !undecided.includes(id));
    return [
        ...sentence(`holds in the ${basis}`, held),
        ...sentence(`violated in the ${basis}`, violated),
        ...sentence(`undecided in the ${basis}`, undecided),
    ];
}

const idsOf = (findings: readonly Finding[], verdict: Finding["verdict"]): readonly string[] => [
    ...new Set(findings.filter((finding) => finding.verdict === verdict).map(({ rule }) => rule)),
];

const sentence = (what: string, ids: readonly string[]): string[] =>
    ids.length > 0 ? [`${what}: ${ids.join(", ")}`] : [];
