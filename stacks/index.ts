import * as pulumi from "@pulumi/pulumi";
import { deployEnvironment } from "./environment";
import { endingEvidence } from "./promotion/evidence";
import { withCheapTraces } from "./savings";
import { loadStack } from "./settings/load-stack";
import { dateOfRun } from "./today";

withCheapTraces();

/** The program of every stack: the settings of the selected one, deployed. */
module.exports = async () => {
    const loaded = loadStack(pulumi.getStack());
    const today = dateOfRun(process.env, new Date(), pulumi.runtime.isDryRun());
    for (const { sentence } of endingEvidence(loaded, today)) {
        await pulumi.log.warn(`ends soon: ${sentence}`);
    }
    return deployEnvironment(loaded, today);
};
