import { join } from "node:path";
import { type FindEngineArgs, findEngine } from "../../sandbox/engine/find-engine";
import { fitted } from "../../sandbox/fitted";
import { Mistake } from "../../sandbox/mistake";
import { progressOn } from "../../sandbox/progress";

const ROOT = join(__dirname, "../..");

/**
 * Finds the engine once, before the first of the tests on it, and hands it to every worker in its environment. In CI a missing engine is
 * a failure; elsewhere those tests are skipped, with the reason.
 *
 * @param environment is searched, and gets `OTAP_TEST_ENGINE` or `OTAP_TEST_NO_ENGINE`
 */
export async function setUpEngine(
    environment: NodeJS.ProcessEnv,
    find: (args: FindEngineArgs) => ReturnType<typeof findEngine> = findEngine,
    say: (text: string) => unknown = (text) => process.stderr.write(text),
): Promise<void> {
    try {
        const engine = await find({ root: ROOT, environment, progress: progressOn(process.stderr) });
        say(`\nThe engine of the tests is Pulumi ${engine.version} (${engine.source}).\n`);
        environment.OTAP_TEST_ENGINE = JSON.stringify(engine);
    } catch (error) {
        if (isCi(environment) || !(error instanceof Mistake)) {
            throw error;
        }
        say(fitted(`\nThe tests on the real engine are skipped: ${error.message}\n`, process.stderr.columns || 80));
        environment.OTAP_TEST_NO_ENGINE = error.message;
    }
}

/** Services set `CI` to true; people write 0 or false to be rid of it. */
const isCi = ({ CI }: NodeJS.ProcessEnv): boolean => !["", "0", "false"].includes((CI ?? "").toLowerCase());
