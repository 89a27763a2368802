import { brokenLinks, type HistoryEntry } from "../../stacks/promotion/release-history";
import { compareVersions } from "../../stacks/settings/versions";
import { harmless } from "../show/harmless";
import { beforeIn, type EnvironmentReleases, isSamePackage, type NotesArgs } from "./street-releases";

/** What became of the records when they were held against each other. */
export interface Verification {
    /** Records that were looked at. */
    readonly records: number;
    /** Those of them that broke the glass. */
    readonly brokenGlass: number;
    /** One sentence for each that does not verify. */
    readonly problems: readonly string[];
    /** What the records leave out. */
    readonly warnings: readonly string[];
}

/**
 * Whether records are what was written, and every release in them came from the environment before. What cannot be compared does not
 * verify.
 *
 * @param chosen those to verify
 * @param all the whole street: an environment is compared with the one before it
 */
export function verifyReleases(
    chosen: readonly EnvironmentReleases[],
    all: readonly EnvironmentReleases[],
    args: NotesArgs,
): Verification {
    const known = chosen.filter(({ history }) => history !== undefined);
    if (known.length === 0) {
        return { records: 0, brokenGlass: 0, problems: [], warnings: [] };
    }
    const records = known.flatMap(({ history = [] }) => history);
    return {
        records: records.length,
        brokenGlass: records.filter(({ breakGlass }) => breakGlass !== undefined).length,
        problems: [
            ...chosen.flatMap(({ environment, unknown }) =>
                unknown === undefined
                    ? []
                    : [`${environment}: its records are not known, so nothing of it is verified`],
            ),
            ...known.flatMap((own) => problemsIn(own, all, args).map((problem) => `${own.environment}: ${problem}`)),
        ],
        warnings: known.flatMap((own) => warningsIn(own).map((warning) => `${own.environment}: ${warning}`)),
    };
}

function problemsIn(own: EnvironmentReleases, all: readonly EnvironmentReleases[], args: NotesArgs): readonly string[] {
    const { history = [], environment } = own;
    return [
        ...own.doubts,
        ...brokenLinks(history),
        ...history.flatMap((entry, index) => [
            ...(entry.environment === environment ? [] : [`${nameOf(entry)} is one of ${harmless(entry.environment)}`]),
            ...(entry.where === "sandbox" && args.source === "state"
                ? [`${nameOf(entry)} was made in the sandbox, and proves nothing about Azure`]
                : []),
            ...backwards(entry, history[index - 1]),
        ]),
        ...passing(own, beforeIn(all, own)),
        ...expiredGlass(own, beforeIn(all, own), args.today),
    ];
}

const nameOf = ({ number, version }: HistoryEntry): string => `record ${number} (${version})`;

function backwards(entry: HistoryEntry, earlier: HistoryEntry | undefined): readonly string[] {
    if (earlier === undefined) {
        return [];
    }
    const isOlder = compareVersions(entry.version, earlier.version) < 0;
    return [
        ...(isOlder && entry.rollback === undefined
            ? [`${nameOf(entry)} is older than ${earlier.version} before it, and declares no rollback`]
            : []),
        ...(entry.deployed < earlier.deployed
            ? [`${nameOf(entry)} is of ${entry.deployed}, and the one before it of ${earlier.deployed}`]
            : []),
    ];
}

/** Every release was deployed in the environment before, on that day or earlier; or it broke the glass. */
function passing(own: EnvironmentReleases, before: EnvironmentReleases | undefined): readonly string[] {
    const due = (own.history ?? []).filter(({ breakGlass }) => breakGlass === undefined);
    if (before === undefined || due.length === 0) {
        return [];
    }
    const { history, environment } = before;
    if (history === undefined) {
        return [`cannot be compared without the records of ${environment}; give them as well`];
    }
    return due.flatMap((entry) => {
        const had = history.filter((other) => isSamePackage(other, entry) && other.where === entry.where);
        if (had.length === 0) {
            const other = history.find(({ version }) => version === entry.version);
            return [`${nameOf(entry)} is not on the list of ${environment}${other ? " with this digest" : ""}`];
        }
        return had.some(({ deployed }) => deployed <= entry.deployed)
            ? []
            : [`${nameOf(entry)} is of ${entry.deployed}, and came to ${environment} on ${had[0]?.deployed} only`];
    });
}

/** What runs may not outlast the day that was approved, unless the street is level again. */
function expiredGlass(
    { history }: EnvironmentReleases,
    before: EnvironmentReleases | undefined,
    today: string,
): readonly string[] {
    const last = history?.at(-1);
    if (last?.breakGlass === undefined || last.breakGlass.until >= today) {
        return [];
    }
    return before?.history?.some((other) => isSamePackage(other, last))
        ? []
        : [
              `${nameOf(last)} broke the glass until ${last.breakGlass.until} and still runs; let it pass ${before?.environment ?? "the street"}, or roll back`,
          ];
}

const warningsIn = ({ history = [] }: EnvironmentReleases): readonly string[] =>
    (["commit", "approver"] as const).flatMap((property) => {
        const without = history.filter((entry) => entry[property] === undefined).map(({ number }) => number);
        const which = `record${without.length === 1 ? "" : "s"} ${without.slice(0, 10).join(", ")}`;
        const more = without.length > 10 ? ` and ${without.length - 10} more` : "";
        return without.length === 0 ? [] : [`${which}${more} name${without.length === 1 ? "s" : ""} no ${property}`];
    });
