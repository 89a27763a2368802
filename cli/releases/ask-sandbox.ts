import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { readFields } from "../check/fields";
import { parseJson } from "../check/parse-json";
import { WrongUse } from "../wrong-use";
import { readReleases } from "./read-releases";
import type { Answers } from "./records-of";

const LABEL = "what the sandbox tells of its stacks";

/** The records of the local sandbox, which is started as a process of its own. */
export function askSandbox(root: string): Answers {
    const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [join(root, "sandbox/bin/sandbox.js"), "outputs", ...ENVIRONMENTS],
        { encoding: "utf8", maxBuffer: 2 ** 28 },
    );
    if (status !== 0) {
        throw new WrongUse(`the sandbox does not answer: ${stderr.trim() || "it was ended"}`);
    }
    const outputs = readFields(parseJson(stdout, LABEL), LABEL);
    return Object.fromEntries(
        ENVIRONMENTS.map((environment) => {
            // A stack that was made before there were records tells none.
            const { releases = [] } = readFields(outputs[environment] ?? {}, `${LABEL}: ${environment}`);
            return [environment, readReleases({ releases }, `${LABEL}: ${environment}`)];
        }),
    );
}
