import { brokenLinks, type History } from "../../stacks/promotion/release-history";
import type { Environment } from "../../stacks/settings/environments";
import type { Io } from "../io";
import { WrongUse } from "../wrong-use";
import { askEngine } from "./ask-engine";
import { askSandbox } from "./ask-sandbox";
import type { PromotionOptions } from "./asked-release";
import { givenRecords } from "./given-records";
import type { StackRecords } from "./read-releases";

/** The records of a stack, or why they are not known. */
export type Answer = StackRecords | { readonly unknown: string };

/** For the environments that were asked. */
export type Answers = { readonly [E in Environment]?: Answer };

/**
 * The records of one environment, for who must rely on them: from a file or the sandbox, else from the user's engine.
 *
 * @throws WrongUse where they are not known, or do not verify.
 */
export async function recordsOf(
    environment: Environment,
    { from, sandbox }: Pick<PromotionOptions, "from" | "sandbox">,
    io: Io,
): Promise<History> {
    const answer = sandbox
        ? askSandbox(io.root)[environment]
        : from === undefined
          ? await askEngine(io.root, environment)
          : (await givenRecords([from], io))[environment];
    if (answer === undefined) {
        throw new WrongUse(
            `--from: the file is not of ${environment}; give what \`pulumi stack export\` prints for it`,
        );
    }
    const remedy = "name the release with --version and --digest, or give its records with --from";
    if ("unknown" in answer) {
        throw new WrongUse(
            `the records of ${environment} are not known: ${answer.unknown}. Nothing was written; ${remedy}`,
        );
    }
    const [broken] = brokenLinks(answer.history);
    if (broken !== undefined) {
        throw new WrongUse(`the records of ${environment} do not verify: ${broken}. Nothing was written; ${remedy}`);
    }
    return answer.history;
}
