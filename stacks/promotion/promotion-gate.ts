import { RunError } from "@pulumi/pulumi";
import { addDays } from "../settings/days";
import { type Environment, predecessorOf } from "../settings/environments";
import type { Loaded } from "../settings/load-environment";
import { compareVersions } from "../settings/versions";
import { type Deployed, deployedReleases } from "./deployed-releases";
import { expiredEvidence } from "./evidence";
import type { History, Release } from "./release-history";

/** Days that a release may stay which broke the glass. */
export const LONGEST_DAYS = 90;

/** A release that may be deployed. */
export interface Promotion {
    readonly environment: Environment;
    /** The environment that has deployed it before; none for the first. */
    readonly predecessor?: Environment;
    /** What that environment has deployed under the same version. */
    readonly accepted: readonly Release[];
}

/**
 * Lets a release pass that the environment before has deployed, and that is not older than what runs here: before anything is made, so
 * that a refused release changes nothing. What runs already passes, and so does going back to what has passed before: the environment
 * before may be on its way to something else, or have been made anew.
 *
 * @param today ISO date
 * @throws RunError with every reason against the release, and what to do about each.
 */
export async function promotion(loaded: Loaded, today: string): Promise<Promotion> {
    const { environment, settings } = loaded;
    const { release } = settings;
    const predecessor = predecessorOf(environment);
    const own = (await deployedReleases(environment)) ?? { releases: [] };
    const had = predecessor && (await deployedReleases(predecessor));
    const runs = own.doubt === undefined && isSame(own.releases.at(-1), release);
    const known = (had?.releases ?? []).filter(({ version }) => version === release.version);
    const isJudged = predecessor !== undefined && (runs || release.rollback !== undefined) && passedHere(own, release);
    const accepted = isJudged && !known.some((one) => isSame(one, release)) ? [...known, release] : known;
    const objections = runs
        ? []
        : [
              ...brokenGlass(loaded, accepted, today),
              ...againstRecords(loaded, own, had),
              ...againstOwn(loaded, own.releases),
              ...againstStep(loaded, had?.releases, accepted),
              ...againstProof(loaded, today),
          ];
    if (objections.length > 0) {
        const reasons = objections.map((objection) => `\n  - ${objection}`).join("");
        throw new RunError(`${environment} may not deploy release ${release.version}; nothing was changed:${reasons}`);
    }
    return {
        environment,
        predecessor,
        accepted: accepted.map(({ version, digest }) => ({ version, digest })),
    };
}

export const isSame = (one: Release | undefined, other: Release): boolean =>
    one?.version === other.version && one.digest === other.digest;

/** It was judged when it came, unless it broke the glass. */
const passedHere = ({ releases, doubt }: Deployed, release: Release): boolean =>
    doubt === undefined && releases.some((one) => isSame(one, release) && one.breakGlass === undefined);

/** Records that somebody changed vouch for nothing. */
function againstRecords(
    { environment, settings: { release } }: Loaded,
    own: Deployed,
    had: Deployed | undefined,
): readonly string[] {
    if (release.breakGlass !== undefined) {
        return [];
    }
    const all = [
        [environment, own.doubt],
        [predecessorOf(environment), had?.doubt],
    ];
    return all
        .filter(([, doubt]) => doubt !== undefined)
        .map(
            ([stack, doubt]) =>
                `the release records of ${stack} do not verify: ${doubt}; bring back a state whose records do, which otap status --verify tells`,
        );
}

function againstOwn({ environment, settings: { release } }: Loaded, own: History): readonly string[] {
    const running = own.at(-1);
    const other = own.find(({ version, digest }) => version === release.version && digest !== release.digest);
    const older = running !== undefined && compareVersions(release.version, running.version) < 0;
    return [
        ...(other
            ? [
                  `${release.version} ran here as another package, ${other.digest}; a changed package gets a version of its own`,
              ]
            : []),
        ...(older && release.rollback === undefined
            ? [
                  `it is older than ${running.version}, which runs; when that is meant, say why: otap promote ${environment} --rollback`,
              ]
            : []),
        // A word that stays would let the next older version come without one, and the record call a promotion a rollback.
        ...(running !== undefined && !older && release.rollback !== undefined
            ? [`it is not older than ${running.version}, which runs, so it is no rollback; take out release.rollback`]
            : []),
    ];
}

/** Why the environment before does not vouch for a release. */
function againstStep(
    { environment, settings: { release } }: Loaded,
    had: History | undefined,
    accepted: readonly Release[],
): readonly string[] {
    const before = predecessorOf(environment);
    if (before === undefined || release.breakGlass !== undefined || accepted.some((one) => isSame(one, release))) {
        return [];
    }
    const deploy = `deploy it in ${before} first: pulumi up --stack ${before}`;
    if (had === undefined) {
        return [`the stack ${before} does not exist, so no release has passed there; ${deploy}`];
    }
    const running = had.at(-1);
    if (running === undefined) {
        return [`${before} has deployed no release yet; ${deploy}`];
    }
    const [other] = accepted;
    if (other !== undefined) {
        return [
            `${before} deployed ${release.version} as another package, ${other.digest}; copy its digest: otap promote ${environment}`,
        ];
    }
    return [
        `${before} has not deployed it, and runs ${running.version}; promote it there first, by otap promote ${before} and pulumi up --stack ${before}, or take what runs there: otap promote ${environment}`,
    ];
}

function brokenGlass(
    { settings: { release } }: Loaded,
    accepted: readonly Release[],
    today: string,
): readonly string[] {
    const { breakGlass } = release;
    if (breakGlass === undefined) {
        return [];
    }
    const latest = addDays(today, LONGEST_DAYS);
    if (breakGlass.until > latest) {
        // Also where no step is skipped: it stands for evidence as well.
        return [
            `release.breakGlass.until is ${breakGlass.until}; write ${latest} or earlier, ${LONGEST_DAYS} days at most`,
        ];
    }
    // Where the street is level again nothing is broken any more.
    const isLevel = accepted.some((one) => isSame(one, release));
    return breakGlass.until < today && !isLevel
        ? [
              `the glass was broken until ${breakGlass.until}, which is over; let the release pass the street, or have release.breakGlass approved anew`,
          ]
        : [];
}

/** What customers were promised must be proven when a release comes to them; a broken glass stands for that as well, while it lasts. */
function againstProof(loaded: Loaded, today: string): readonly string[] {
    const { breakGlass } = loaded.settings.release;
    const isBroken = breakGlass !== undefined && today <= breakGlass.until;
    return loaded.environment === "productie" && !isBroken ? expiredEvidence(loaded, today) : [];
}
