import type { History, HistoryEntry } from "../../stacks/promotion/release-history";
import { ENVIRONMENTS, type Environment, predecessorOf } from "../../stacks/settings/environments";
import type { Street } from "../../stacks/settings/load-street";
import { compareVersions } from "../../stacks/settings/versions";
import { harmless } from "../show/harmless";
import type { ReleaseSettings } from "./asked-release";
import { shortDigest } from "./promotion-text";
import type { Answers } from "./records-of";

/** Where records come from: `state` is what `pulumi stack export` or `pulumi stack output` printed of real stacks. */
export type RecordsSource = "state" | "sandbox";

/** What is known of the releases of one environment. */
export interface EnvironmentReleases {
    readonly environment: Environment;
    readonly settings: ReleaseSettings;
    /** Oldest first; left out where the records are not known. */
    readonly history?: History;
    /** What the records say of themselves that makes them doubtful. */
    readonly doubts: readonly string[];
    /** Why they are not known, where they were asked for. */
    readonly unknown?: string;
}

/** All four, in the order in which a release passes them. */
export const streetReleases = (street: Street, answers: Answers): readonly EnvironmentReleases[] =>
    ENVIRONMENTS.map((environment) => ({
        environment,
        settings: street[environment].settings.release,
        doubts: [],
        ...answers[environment],
    }));

/** The environment before, where there is one. */
export const beforeIn = (
    all: readonly EnvironmentReleases[],
    { environment }: EnvironmentReleases,
): EnvironmentReleases | undefined => all.find((other) => other.environment === predecessorOf(environment));

export const isSamePackage = (
    one: Pick<ReleaseSettings, "version" | "digest"> | undefined,
    other: Pick<ReleaseSettings, "version" | "digest">,
): boolean => one?.version === other.version && one.digest === other.digest;

export interface NotesArgs {
    readonly source: RecordsSource;
    /** ISO date. */
    readonly today: string;
}

/** What a reader must know of the releases of an environment besides their versions, in sentences without the environment's name. */
export function notesOn(
    own: EnvironmentReleases,
    all: readonly EnvironmentReleases[],
    { source, today }: NotesArgs,
): readonly string[] {
    const { settings, history } = own;
    const last = history?.at(-1);
    const before = beforeIn(all, own);
    return [
        ...(history?.length === 0 ? ["nothing is deployed yet"] : []),
        ...waiting(settings, last),
        ...(before === undefined ? [] : distance(own, before)),
        ...(last?.rollback === undefined ? [] : [`rolled back: ${harmless(last.rollback)}`]),
        ...glass(own, before, today),
        ...(source === "state" && history?.some(({ where }) => where === "sandbox")
            ? ["recorded in the sandbox, which proves nothing about Azure"]
            : []),
    ];
}

function waiting(settings: ReleaseSettings, last: HistoryEntry | undefined): readonly string[] {
    if (last === undefined || isSamePackage(last, settings)) {
        return [];
    }
    return last.version === settings.version
        ? [
              `the settings name another package of ${last.version}, ${shortDigest(settings.digest)}, than ${shortDigest(last.digest)} that runs`,
          ]
        : [`the settings name ${settings.version}, which does not run yet`];
}

/** Compared by what runs, where that is known of both. */
function distance(own: EnvironmentReleases, before: EnvironmentReleases): readonly string[] {
    const [ownLast, beforeLast] = [own.history?.at(-1), before.history?.at(-1)];
    const isKnown = ownLast !== undefined && beforeLast !== undefined;
    const [here, there] = isKnown ? [ownLast, beforeLast] : [own.settings, before.settings];
    const order = compareVersions(here.version, there.version);
    const whose = `${before.environment}, ${isKnown ? "where" : "whose settings name"} ${there.version}${isKnown ? " runs" : ""}`;
    return order === 0 ? [] : [`${order < 0 ? "behind" : "ahead of"} ${whose}`];
}

/** The glass stays broken until the environment before has deployed the release. */
function glass(own: EnvironmentReleases, before: EnvironmentReleases | undefined, today: string): readonly string[] {
    const runs = own.history?.at(-1);
    const entry = runs ?? own.settings;
    const { breakGlass } = entry;
    if (breakGlass === undefined || before?.history?.some((other) => isSamePackage(other, entry))) {
        return [];
    }
    const { reason, requester, approver, until } = breakGlass;
    const over = until < today ? ", which is over" : "";
    const who = `asked by ${harmless(requester)}, approved by ${harmless(approver)}`;
    return [`${runs ? "broke" : "the settings break"} the glass until ${until}${over} (${who}): ${harmless(reason)}`];
}
