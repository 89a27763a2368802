import type { History, HistoryEntry } from "../../stacks/promotion/release-history";
import type { Environment } from "../../stacks/settings/environments";
import { predecessorOf, settingsFileOf } from "../../stacks/settings/environments";
import { compareVersions } from "../../stacks/settings/versions";
import { WrongUse } from "../wrong-use";
import type { AskedRelease, ReleaseSettings } from "./asked-release";

export interface ChooseReleaseArgs {
    readonly environment: Environment;
    readonly asked: AskedRelease;
    /** What the settings of all environments name. */
    readonly releases: Readonly<Record<Environment, ReleaseSettings>>;
    /** The records of this environment; asked only where the settings do not hold the digest. */
    history(): Promise<History>;
}

type Package = Pick<ReleaseSettings, "version" | "digest" | "commit">;

/**
 * The release that the settings are to name; that of the settings themselves, where nothing is to be promoted.
 *
 * @throws WrongUse where the release is older than is meant, or cannot be found.
 */
export async function chooseRelease(args: ChooseReleaseArgs): Promise<ReleaseSettings> {
    const { environment, asked, releases } = args;
    const present = releases[environment];
    const chosen = await packageOf(args);
    const runs = present.version === chosen.version && present.digest === chosen.digest;
    if (!runs) {
        requireDirection(args, chosen);
    }
    const commit = asked.commit ?? chosen.commit ?? (runs ? present.commit : undefined);
    if (asked.commit !== undefined && chosen.commit !== undefined && asked.commit !== chosen.commit) {
        throw new WrongUse(
            `--commit is ${asked.commit}, and ${chosen.version} was built from ${chosen.commit}; one package has one commit, so leave it out`,
        );
    }
    const approver = asked.approver ?? (runs ? present.approver : undefined);
    const rollback = asked.rollback ?? (runs ? present.rollback : undefined);
    return {
        version: chosen.version,
        digest: chosen.digest,
        ...(commit === undefined ? {} : { commit }),
        ...(approver === undefined ? {} : { approver }),
        ...(rollback === undefined ? {} : { rollback }),
        ...(asked.breakGlass === undefined ? {} : { breakGlass: asked.breakGlass }),
    };
}

async function packageOf({ environment, asked, releases, history }: ChooseReleaseArgs): Promise<Package> {
    const { version, digest } = asked;
    const before = predecessorOf(environment);
    const present = releases[environment];
    if (version === undefined) {
        const next = before && releases[before];
        const isOlder = next !== undefined && compareVersions(next.version, present.version) < 0;
        return asked.rollback && !isOlder ? ranBefore(environment, await history(), present) : (next as Package);
    }
    const known = Object.values(releases).filter((release) => release.version === version);
    if (digest !== undefined) {
        return known.find((release) => release.digest === digest) ?? { version, digest };
    }
    return known[0] ?? recorded(environment, await history(), version);
}

/** What ran before the release of the settings, and is older. */
function ranBefore(environment: Environment, history: History, present: ReleaseSettings): Package {
    const index = history.findLastIndex(
        ({ version, digest }) => version === present.version && digest === present.digest,
    );
    const earlier = index < 0 ? history : history.slice(0, index);
    const found = earlier.findLast(({ version }) => compareVersions(version, present.version) < 0);
    if (found === undefined) {
        throw new WrongUse(
            `the records of ${environment} hold no release older than ${present.version}; name one with --version and --digest`,
        );
    }
    return packageIn(found);
}

function recorded(environment: Environment, history: History, wanted: string): Package {
    const found = history.findLast(({ version }) => version === wanted);
    if (found === undefined) {
        const had = [...new Set(history.map(({ version }) => version))].slice(-5).join(", ") || "nothing";
        throw new WrongUse(
            `${wanted} is in no settings file, and not in the records of ${environment} (it has had ${had}); give its --digest`,
        );
    }
    return packageIn(found);
}

const packageIn = ({ version, digest, commit }: HistoryEntry): Package => ({ version, digest, commit });

/** Older is a rollback and says so, in both directions. */
function requireDirection({ environment, asked, releases }: ChooseReleaseArgs, chosen: Package): void {
    const present = releases[environment];
    const before = predecessorOf(environment);
    const order = compareVersions(chosen.version, present.version);
    const file = settingsFileOf(environment);
    if (order < 0 && asked.rollback === undefined) {
        const whose = before === undefined || asked.version !== undefined ? "" : ` of ${before}`;
        throw new WrongUse(
            `${chosen.version}${whose} is older than ${present.version} in ${file}; nothing was written. ` +
                `If that is meant, say why: otap promote ${environment} --rollback --reason '…'`,
        );
    }
    if (order >= 0 && asked.rollback !== undefined) {
        throw new WrongUse(
            `${chosen.version} is not older than ${present.version} in ${file}, so it is no rollback; leave out --rollback and --reason`,
        );
    }
    if (order === 0 && before === undefined) {
        throw new WrongUse(
            `${chosen.version} is in ${file} with another digest, ${present.digest}; a changed package gets a version of its own. ` +
                "If the digest in the file was mistyped and never deployed, mend it there",
        );
    }
}
