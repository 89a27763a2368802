import { ENVIRONMENTS, type Environment } from "../../stacks/settings/environments";
import { parseJson } from "../check/parse-json";
import { inputLabel, readInput, STANDARD_INPUT } from "../check/read-input";
import type { Io } from "../io";
import { WrongUse } from "../wrong-use";
import { readReleases } from "./read-releases";
import type { Answers } from "./records-of";

/**
 * The records in files: `FILE` where the text says of which stack it is, else `<environment>=FILE`.
 *
 * @throws WrongUse for what cannot be read, and for two files of one environment.
 */
export async function givenRecords(files: readonly string[], io: Pick<Io, "input">): Promise<Answers> {
    const answers: { -readonly [E in Environment]?: Answers[E] } = {};
    if (files.filter((file) => named(file).path === STANDARD_INPUT).length > 1) {
        throw new WrongUse("--from -: standard input can be read once; save the others into files");
    }
    for (const file of files) {
        const { path, name } = named(file);
        const label = inputLabel(path);
        const read = readReleases(parseJson(await readInput(path, io), label), label);
        const environment = name ?? read.environment;
        if (environment === undefined) {
            throw new WrongUse(`${label} does not say of which stack it is; write --from <environment>=${path}`);
        }
        if (read.environment !== undefined && read.environment !== environment) {
            throw new WrongUse(
                `${label} is of ${read.environment}, and --from says ${environment}; give the right one`,
            );
        }
        if (answers[environment] !== undefined) {
            throw new WrongUse(`${label} is the second file of ${environment}; give one for each environment`);
        }
        answers[environment] = { history: read.history, doubts: read.doubts };
    }
    return answers;
}

function named(file: string): { readonly path: string; readonly name?: Environment } {
    const name = ENVIRONMENTS.find((environment) => file.startsWith(`${environment}=`));
    return name === undefined ? { path: file } : { path: file.slice(name.length + 1), name };
}
