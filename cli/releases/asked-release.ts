import type { Environment } from "../../stacks/settings/environments";
import { predecessorOf } from "../../stacks/settings/environments";
import { problemsOf } from "../../stacks/settings/problems";
import { releaseSettings } from "../../stacks/settings/release-settings";
import type { Settings } from "../../stacks/settings/settings";
import { WrongUse } from "../wrong-use";

/** A release as the settings name it. */
export type ReleaseSettings = Settings["release"];

/** What a user asks of `otap promote`, as typed. */
export interface PromotionOptions {
    readonly version?: string;
    readonly digest?: string;
    readonly commit?: string;
    readonly approver?: string;
    readonly rollback?: boolean;
    readonly breakGlass?: boolean;
    readonly reason?: string;
    readonly requester?: string;
    /** ISO date. */
    readonly until?: string;
    /** Where the digest of an older release is looked up. */
    readonly from?: string;
    /** That it is looked up in the local sandbox. */
    readonly sandbox?: boolean;
}

/** The parts of a release that were given on the command line, each in order by itself. */
export type AskedRelease = Partial<ReleaseSettings>;

/**
 * What was asked, where the options go together.
 *
 * @throws WrongUse with every option that lacks, is too much or has another form.
 */
export function askedRelease(environment: Environment, options: PromotionOptions): AskedRelease {
    const asked = {
        ...given("version", options.version),
        ...given("digest", options.digest),
        ...given("commit", options.commit),
        ...given("approver", options.approver),
        ...(options.rollback ? { rollback: { reason: options.reason } } : {}),
        ...(options.breakGlass ? { breakGlass: glassOf(options) } : {}),
    };
    const schema = releaseSettings.partial();
    const read = schema.safeParse(asked, { jitless: true });
    const malformed = read.success
        ? []
        : problemsOf(schema, asked, read.error.issues).map(
              ({ path, message }) => `--${String(path.at(-1))}: ${message}`,
          );
    const mistakes = [...new Set([...malformed, ...unfitting(environment, options)])];
    if (mistakes.length > 0) {
        const list = mistakes.map((mistake) => `\n  - ${mistake}`).join("");
        throw new WrongUse(`otap promote ${environment} cannot be done as it was asked; nothing was written:${list}`);
    }
    return read.data as AskedRelease;
}

const glassOf = ({ reason, requester, approver, until }: PromotionOptions) => ({ reason, requester, approver, until });

const given = (key: string, value: string | undefined) => (value === undefined ? {} : { [key]: value });

function unfitting(environment: Environment, options: PromotionOptions): readonly string[] {
    const { rollback, breakGlass, version, digest } = options;
    const before = predecessorOf(environment);
    const names = (["version", "digest", "from", "sandbox"] as const).filter((name) => options[name] !== undefined);
    const words = (["requester", "until"] as const).filter((name) => options[name] !== undefined);
    const special = rollback || breakGlass;
    return [
        ...(options.reason !== undefined && !special ? ["--reason: belongs to --rollback or --break-glass"] : []),
        ...(breakGlass ? [] : words.map((name) => `--${name}: belongs to --break-glass`)),
        ...(digest !== undefined && version === undefined
            ? ["--version: is missing; --digest alone names no release"]
            : []),
        ...(before === undefined && breakGlass
            ? [`--break-glass: nothing comes before ${environment}, so there is no step to skip`]
            : []),
        ...(before === undefined && !rollback && (version === undefined || digest === undefined)
            ? [`nothing comes before ${environment}, so say what was built: --version and --digest`]
            : []),
        ...(before !== undefined && !special && names.length > 0
            ? [`${names.map((name) => `--${name}`).join(", ")}: the release comes from ${before}, so leave that out`]
            : []),
        ...(["from", "sandbox"] as const)
            .filter((name) => options[name] !== undefined && digest !== undefined)
            .map((name) => `--${name}: the digest is given, so leave it out`),
    ];
}
