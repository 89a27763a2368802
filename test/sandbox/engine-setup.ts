import { join } from "node:path";
import { findEngine } from "../../sandbox/engine/find-engine";
import { Mistake } from "../../sandbox/mistake";
import { progressOn } from "../../sandbox/progress";

const ROOT = join(__dirname, "../..");

/**
 * Jest's global set-up of the tests on the real engine: finds the engine once, before the first of them, and hands it to every worker in its
 * environment. In CI a missing engine is a failure; elsewhere those tests are skipped, with the reason.
 */
module.exports = async (): Promise<void> => {
    const progress = progressOn(process.stderr);
    try {
        const engine = await findEngine({ root: ROOT, environment: process.env, progress });
        process.stderr.write(`\nThe engine of the tests is Pulumi ${engine.version} (${engine.source}).\n`);
        process.env.OTAP_TEST_ENGINE = JSON.stringify(engine);
    } catch (error) {
        if (process.env.CI || !(error instanceof Mistake)) {
            throw error;
        }
        process.stderr.write(`\nThe tests on the real engine are skipped: ${error.message}\n`);
        process.env.OTAP_TEST_NO_ENGINE = error.message;
    }
};
