import {
    inForce,
    lastDayOf,
    openCritical,
    REQUIRED_ATTESTATIONS,
    type RequiredAttestation,
    successorOf,
} from "../required-attestations";
import type { Attestation } from "../settings/data-files";
import { addDays } from "../settings/days";
import { type Declaration, declarations, reviews } from "../settings/declarations";
import { dataFileOf, type Loaded } from "../settings/load-environment";

/** Days before its end that something is told: a test takes weeks to arrange. */
const NOTICE = 60;
/** A review takes an hour, and the shortest holds for 30 days. */
const NOTICE_OF_REVIEW = 14;

/** Something that is over soon. */
export interface Ending {
    /** Numbers of the measures that it touches. */
    readonly measures: readonly number[];
    /** `YYYY-MM-DD`, the last day. */
    readonly until: string;
    readonly sentence: string;
}

/**
 * What stops a promotion to productie: tests, reports and statements that are missing or over, critical findings that are open, and
 * what was allowed until a day that is past. One sentence each, which says what, since when, and what to do; none where all is in order.
 *
 * @param loaded the environment that is promoted to.
 * @param today ISO date.
 */
export function expiredEvidence(loaded: Loaded, today: string): readonly string[] {
    const over = (all: readonly Declaration[], words: string, remedy: string): readonly string[] =>
        all.filter(({ until }) => until < today).map((one) => `${said(one)} ${words} ${one.until}; ${remedy}`);
    const sentences = [
        ...REQUIRED_ATTESTATIONS.flatMap((required) => lacking(required, loaded, today)),
        ...over(exempted(loaded), "ended on", "repair what it excused, and remove it"),
        ...over(declarations(loaded), "ended on", "remove it, or have a later date reviewed"),
        ...over(reviews(loaded), "was due on", "have the owner confirm it, and write the date"),
        ...reviews(loaded).flatMap((one) => toCome(one, today)),
    ];
    return [...new Set(sentences)];
}

/** A date that somebody mistyped, or wrote ahead to be rid of the reviews. */
const toCome = (review: Declaration, today: string): readonly string[] =>
    review.done !== undefined && today < review.done
        ? [`${said(review)} is dated ${review.done}, which is still to come; write the day on which it was done`]
        : [];

/**
 * What ends within 60 days (a review: 14), the soonest first; what is over already is not repeated.
 *
 * @param today ISO date.
 */
export function endingEvidence(loaded: Loaded, today: string): readonly Ending[] {
    const statements = REQUIRED_ATTESTATIONS.flatMap((required) => lasting(required, loaded, today));
    const declared = [...exempted(loaded), ...declarations(loaded)].map((one) =>
        soon(one, NOTICE, `${said(one)} ends`),
    );
    const due = reviews(loaded).map((one) => soon(one, NOTICE_OF_REVIEW, `${said(one)} is due`));
    const all = [...statements, ...declared, ...due].filter(({ until, from }) => from <= today && today <= until);
    const distinct = new Map(all.map(({ from, ...one }) => [one.sentence, one]));
    return [...distinct.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

const order = ({ until, sentence }: Ending): string => `${until} ${sentence}`;

type Noticed = Ending & { readonly from: string };

const soon = ({ until, measures }: Pick<Declaration, "until" | "measures">, days: number, words: string): Noticed => ({
    from: addDays(until, -days),
    until,
    measures,
    sentence: `${words} on ${until}`,
});

/** Those in force that nothing on file succeeds. */
function lasting(
    { label, measures, remedy, matches }: RequiredAttestation,
    { data }: Loaded,
    today: string,
): readonly Noticed[] {
    const all = data.attestations.filter(matches);
    return all
        .filter((one) => inForce(one, today) && successorOf(one, all) === undefined)
        .map((one) => {
            const { sentence, ...ending } = soon({ until: lastDayOf(one), measures }, NOTICE, `${label} ends`);
            return { ...ending, sentence: `${sentence}; ${remedy} attestations.yaml` };
        });
}

const exempted = ({ data }: Loaded): readonly Declaration[] =>
    data.exemptions.map(({ rule, resource, until }) => ({
        where: "exemptions.yaml",
        what: `the exemption from '${rule}' of ${resource}`,
        until,
        measures: [2],
    }));

const said = ({ where, what }: Declaration): string => `${where}: ${what}`;

function lacking(required: RequiredAttestation, { environment, data }: Loaded, today: string): readonly string[] {
    const { label, remedy } = required;
    const onFile = data.attestations.filter((attestation) => required.matches(attestation));
    const counting = onFile.filter((attestation) => inForce(attestation, today));
    const where = dataFileOf(environment, "attestations");
    if (counting.length === 0) {
        return [`${label}: ${whyNone(onFile, today)}; ${remedy} ${where}`];
    }
    const { count, date } = openCritical(counting);
    const findings = count === 1 ? "1 critical finding is" : `${count} critical findings are`;
    return count > 0
        ? [
              `${label}: ${findings} open since ${date}; mend what was found, have it tested again and put the report in ${where}`,
          ]
        : [];
}

function whyNone(onFile: readonly Attestation[], today: string): string {
    const last = onFile.map(lastDayOf).sort().at(-1);
    if (last === undefined) {
        return "none is on file";
    }
    return last < today
        ? `the last one counted until ${last}`
        : `the one on file counts from ${earliest(onFile, today)}`;
}

const earliest = (onFile: readonly Attestation[], today: string): string =>
    onFile
        .map(({ date }) => date)
        .filter((date) => date > today)
        .sort()[0] as string;
