import { type Block, overlap, toBlock } from "./address-math";
import { predecessorOf, settingsFileOf } from "./environments";
import type { Settings } from "./settings";
import type { Mistake } from "./settings-error";
import { compareVersions } from "./versions";

/** What is wrong between environments, in the order of the street. Environments that are missing are not compared. */
export function streetMistakes(all: readonly Settings[]): readonly Mistake[] {
    return all.flatMap((settings, index) => {
        const earlier = all.slice(0, index);
        return [
            ...ownerMistakes(settings, all),
            ...refusedByOwner(settings, all),
            ...networkMistakes(settings, earlier),
            ...sharedNames(settings, earlier),
            ...foreignVaults(settings, all),
            ...releaseMistakes(settings, all),
        ];
    });
}

const mistake = ({ environment }: Settings, path: string, message: string): Mistake => ({
    file: settingsFileOf(environment),
    path,
    message,
});

/** What exists once in a subscription belongs to exactly one stack. */
function ownerMistakes(settings: Settings, all: readonly Settings[]): readonly Mistake[] {
    const sharing = all.filter(({ subscriptionId }) => subscriptionId === settings.subscriptionId);
    const owners = sharing.filter(({ ownsSubscription }) => ownsSubscription);
    if (owners.length > 1 && settings !== owners[0] && settings.ownsSubscription) {
        const first = settingsFileOf((owners[0] as Settings).environment);
        const message = `true here and in ${first} for one subscription; exactly one owns it, so write false in the other`;
        return [mistake(settings, "ownsSubscription", message)];
    }
    if (sharing.length > 1 && owners.length === 0 && settings === sharing[0]) {
        const others = sharing.slice(1).map(({ environment }) => settingsFileOf(environment));
        const message = `false here and in ${others.join(", ")} for one subscription; write true in exactly one of them`;
        return [mistake(settings, "ownsSubscription", message)];
    }
    return [];
}

/** The owner of a subscription says for everyone in it which regions Azure lets in. */
function refusedByOwner(settings: Settings, all: readonly Settings[]): readonly Mistake[] {
    const owner = all.find((other) => other.ownsSubscription && other.subscriptionId === settings.subscriptionId);
    if (owner === undefined || owner.regions.allowEea || !settings.regions.allowEea) {
        return [];
    }
    const file = settingsFileOf(owner.environment);
    const message = `true here and false in ${file}, which owns the subscription and has Azure refuse regions outside the European Union; write the same in both`;
    return [mistake(settings, "regions.allowEea", message)];
}

const ROLES = ["primary", "secondary"] as const;

function networkMistakes(settings: Settings, earlier: readonly Settings[]): readonly Mistake[] {
    return ROLES.flatMap((role) => {
        const own = toBlock(settings.network[role]) as Block;
        const clashes = earlier.flatMap((other) =>
            ROLES.filter((otherRole) => overlap(own, toBlock(other.network[otherRole]) as Block)).map(
                (otherRole) => `network.${otherRole} in ${settingsFileOf(other.environment)}`,
            ),
        );
        const message = `'${settings.network[role]}' overlaps ${clashes.join(" and ")}; give each network its own block`;
        return clashes.length > 0 ? [mistake(settings, `network.${role}`, message)] : [];
    });
}

/** Names that the whole world shares. */
function sharedNames(settings: Settings, earlier: readonly Settings[]): readonly Mistake[] {
    return (["hostName", "trafficManagerName"] as const).flatMap((key) => {
        const other = earlier.find(({ domain }) => domain[key] === settings.domain[key]);
        if (other === undefined) {
            return [];
        }
        const message = `'${settings.domain[key]}' is taken by ${settingsFileOf(other.environment)}; give each environment its own`;
        return [mistake(settings, `domain.${key}`, message)];
    });
}

/** Secrets of one environment may not serve another: a vault in another's subscription is another's vault. */
function foreignVaults(settings: Settings, all: readonly Settings[]): readonly Mistake[] {
    const others = all.filter(({ subscriptionId }) => subscriptionId !== settings.subscriptionId);
    return ROLES.flatMap((role) => {
        const subscription = settings.operatorVaults[role].split("/")[2];
        const other = others.find(({ subscriptionId }) => subscriptionId === subscription);
        const message = `lies in the subscription of ${other?.environment}; use a vault of ${settings.environment} itself`;
        return other === undefined ? [] : [mistake(settings, `operatorVaults.${role}`, message)];
    });
}

/** The files alone can tell whether a release skips a step; whether it was deployed there, the release records tell. */
function releaseMistakes(settings: Settings, all: readonly Settings[]): readonly Mistake[] {
    const before = predecessorOf(settings.environment);
    const predecessor = all.find(({ environment }) => environment === before);
    const { version, digest, breakGlass } = settings.release;
    // What was there before a rollback has passed there all the same.
    const mayBeAhead = breakGlass !== undefined || predecessor?.release.rollback !== undefined;
    if (predecessor !== undefined && !mayBeAhead && compareVersions(version, predecessor.release.version) > 0) {
        const found = `${version} is newer than ${predecessor.release.version} of ${before}, so it has not passed there`;
        return [mistake(settings, "release.version", `${found}; ${copyFrom(predecessor)}`)];
    }
    const same = all.slice(0, all.indexOf(settings)).findLast((other) => other.release.version === version);
    if (same !== undefined && same.release.digest !== digest) {
        const found = `${version} has another digest here than in ${settingsFileOf(same.environment)}, so it is another package`;
        return [mistake(settings, "release.digest", `${found}; ${copyFrom(predecessor ?? same)}`)];
    }
    return [];
}

const copyFrom = ({ environment, release }: Settings): string =>
    `copy both values of ${environment}: version ${release.version} and digest ${release.digest}`;
