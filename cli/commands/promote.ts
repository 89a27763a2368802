import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { createColors } from "picocolors";
import { expiredEvidence } from "../../stacks/promotion/evidence";
import { LONGEST_DAYS } from "../../stacks/promotion/promotion-gate";
import { addDays } from "../../stacks/settings/days";
import { ENVIRONMENTS, type Environment, predecessorOf, settingsFileOf } from "../../stacks/settings/environments";
import { deepFreeze } from "../../stacks/settings/fields";
import { type Loaded, loadEnvironment } from "../../stacks/settings/load-environment";
import type { Street } from "../../stacks/settings/load-street";
import { settingsFromYaml } from "../../stacks/settings/settings";
import { attempt, type Mistake, SettingsError } from "../../stacks/settings/settings-error";
import { streetMistakes } from "../../stacks/settings/street";
import { EXIT, type Io } from "../io";
import { stableJson } from "../plan/stable-json";
import { chooseEnvironment } from "../preview/choose-environments";
import { packSettings } from "../preview/pack-settings";
import { askedRelease, type PromotionOptions, type ReleaseSettings } from "../releases/asked-release";
import { chooseRelease } from "../releases/choose-release";
import { promotionText, shortDigest } from "../releases/promotion-text";
import { recordsOf } from "../releases/records-of";
import { withReleaseIn } from "../releases/release-in-settings";
import { replaceFile } from "../releases/replace-file";
import { WrongUse } from "../wrong-use";

export interface PromoteArgs extends PromotionOptions {
    readonly environment: string;
    /** ISO date. */
    readonly today: string;
}

/** `otap promote`: writes the release of the environment before into this one's settings, when files can tell that it may come. */
export async function promote({ environment: name, today, ...options }: PromoteArgs, io: Io): Promise<number> {
    const environment = chooseEnvironment(name);
    const asked = askedRelease(environment, options);
    const street = environmentsIn(io.root);
    const before = street[environment].settings.release;
    const after = await chooseRelease({
        environment,
        asked,
        releases: releasesOf(street),
        history: () => recordsOf(environment, options, io),
    });
    if (stableJson(before) === stableJson(after)) {
        requireLevel(street, environment, street[environment]);
        io.out(nothingToDo(environment, before));
        return EXIT.fine;
    }
    const file = join(io.root, settingsFileOf(environment));
    const text = readFileSync(file, "utf8");
    const changed = withReleaseIn(text, after);
    const loaded = changedTo(street, environment, changed, after);
    requireProof(loaded, after, today);
    replaceFile(file, text, changed);
    const regenerate = stableJson(packSettings(loaded)) !== stableJson(packSettings(street[environment]));
    const { columns, colour } = io;
    io.out(promotionText({ environment, before, after, regenerate, columns, colours: createColors(colour) }));
    return EXIT.fine;
}

/** Each environment by itself: what a promotion mends between them must not stop it. */
function environmentsIn(root: string): Street {
    const mistakes: Mistake[] = [];
    const loaded = ENVIRONMENTS.map((environment) => [
        environment,
        attempt(() => loadEnvironment(root, environment), mistakes),
    ]);
    if (mistakes.length > 0) {
        throw new SettingsError(mistakes);
    }
    return Object.fromEntries(loaded) as Street;
}

const releasesOf = (street: Street): Readonly<Record<Environment, ReleaseSettings>> =>
    Object.fromEntries(ENVIRONMENTS.map((each) => [each, street[each].settings.release])) as Record<
        Environment,
        ReleaseSettings
    >;

function nothingToDo(environment: Environment, { version, digest }: ReleaseSettings): string {
    const before = predecessorOf(environment);
    const same = before === undefined ? "what you gave" : `the same as ${before}`;
    return `Nothing to promote: ${settingsFileOf(environment)} names ${version} (${shortDigest(digest)}), ${same}.\n`;
}

/** The environment as the changed text declares it, read as every command will read it. */
function changedTo(street: Street, environment: Environment, text: string, release: ReleaseSettings): Loaded {
    const settings = settingsFromYaml(settingsFileOf(environment), text);
    if (stableJson(settings.release) !== stableJson(release)) {
        throw new Error(`the changed ${settingsFileOf(environment)} does not read back as it was meant`);
    }
    const loaded = deepFreeze({ ...street[environment], settings });
    requireLevel(street, environment, loaded);
    return loaded;
}

/** The street as it would be, compared as every command compares it. */
function requireLevel(street: Street, environment: Environment, loaded: Loaded): void {
    const all = ENVIRONMENTS.map((each) => (each === environment ? loaded : street[each]).settings);
    const mistakes = streetMistakes(all);
    if (mistakes.length > 0) {
        const { version } = loaded.settings.release;
        const { message } = new SettingsError(mistakes);
        throw new WrongUse(`Nothing was written. With release ${version} in ${environment},\n${message}`);
    }
}

/** What the program would refuse as well, told before a pull request is made. */
function requireProof(
    { environment, ...loaded }: Loaded,
    { version, breakGlass }: ReleaseSettings,
    today: string,
): void {
    if (breakGlass !== undefined) {
        const latest = addDays(today, LONGEST_DAYS);
        if (breakGlass.until < today || breakGlass.until > latest) {
            throw new WrongUse(
                `--until is ${breakGlass.until}; give a day from ${today} to ${latest}. Nothing was written`,
            );
        }
        return;
    }
    const expired = environment === "productie" ? expiredEvidence({ environment, ...loaded }, today) : [];
    if (expired.length > 0) {
        throw new WrongUse(
            `${version} may not come to ${environment} on ${today}; nothing was written:` +
                `${expired.map((sentence) => `\n  - ${sentence}`).join("")}\n` +
                `Where it cannot wait: otap promote ${environment} --break-glass --reason '…' --requester NAME --approver NAME --until DATE`,
        );
    }
}

/**
 * @param today the date to judge by, from what was given
 * @param ended called with the exit code
 */
export function registerPromote(
    program: Command,
    io: Io,
    today: (given?: string) => string,
    ended: (exitCode: number) => void,
): void {
    program
        .command("promote")
        .description("writes the release of the environment before into this one's settings")
        .argument("<environment>", "ontwikkeling, test, acceptatie or productie")
        .option("--approver <name>", "who approves that it runs here")
        .option("--commit <sha>", "from which the package was built, where the settings before do not say it")
        .option("--rollback", "an older version comes back: what ran before, or --version")
        .option("--break-glass", "a step is skipped, or a statement is over its date")
        .option("--reason <text>", "of a rollback or a broken glass")
        .option("--requester <name>", "who asks to break the glass")
        .option("--until <date>", "last day on which the broken glass holds (YYYY-MM-DD)")
        .option("--version <version>", "of the release: for ontwikkeling, a rollback or a broken glass")
        .option("--digest <digest>", "of its package; looked up in settings and records when left out")
        .option(
            "--from <file>",
            "the records for a rollback, as `pulumi stack export` prints them; - is standard input",
        )
        .addOption(
            new Option("--sandbox", "the records for a rollback, of the stacks of the local sandbox").conflicts("from"),
        )
        .option("--today <date>", "judge what expires by this date (YYYY-MM-DD)")
        .action(async (environment: string, options: PromotionOptions & { readonly today?: string }) => {
            ended(await promote({ ...options, environment, today: today(options.today) }, io));
        });
}
