import { createColors } from "picocolors";
import { loadStreet } from "../../stacks/settings/load-street";
import { type CheckedStack, checkStacks } from "../check/check-stacks";
import type { Given } from "../check/given";
import { parseJson } from "../check/parse-json";
import { inputLabel, readInput } from "../check/read-input";
import { readPolicyConfigFile } from "../check/read-policy-config";
import { recognise } from "../check/recognise";
import { stopsDeployment } from "../check/stops-deployment";
import { junit } from "../formats/junit";
import { sarif } from "../formats/sarif";
import { EXIT, type Io } from "../io";
import { stableJson } from "../plan/stable-json";
import { checkText } from "../show/check-text";

export const FORMATS = ["text", "json", "sarif", "junit"] as const;

export interface CheckCommandArgs {
    /** A path, or `-` for standard input. */
    readonly file: string;
    readonly format: (typeof FORMATS)[number];
    /** File with the pack's settings for a program that is not ours, as `--policy-pack-config` of the engine takes them. */
    readonly config?: string;
    /** The date to judge by: what the user gave, else what the file of `--config` or the plan says. */
    readonly today: (ofInput: string | undefined) => string;
}

/** `otap check`: the policy pack over a plan, a preview of the engine, or what is deployed. */
export async function check({ file, format, config, today }: CheckCommandArgs, io: Io): Promise<number> {
    io.progress(`Reading ${inputLabel(file)} …`);
    const given = recognise(await readJson(file, io), inputLabel(file));
    const pack =
        config === undefined ? undefined : readPolicyConfigFile(await readJson(config, io), inputLabel(config));
    const date = today(pack?.today ?? given.today);
    io.progress("Judging …");
    const stacks = checkStacks({
        given,
        today: date,
        foreignConfig: pack?.settings,
        street: () => loadStreet(io.root),
    });
    io.progress("");
    io.out(shown[format]({ file, kind: given.kind, stacks, today: date }, io));
    return stacks.some(({ findings }) => findings.some(stopsDeployment)) ? EXIT.violations : EXIT.fine;
}

const readJson = async (file: string, io: Io): Promise<unknown> =>
    parseJson(await readInput(file, io), inputLabel(file));

interface Checked {
    readonly file: string;
    readonly kind: Given["kind"];
    readonly stacks: readonly CheckedStack[];
    readonly today: string;
}

const shown: Readonly<Record<CheckCommandArgs["format"], (checked: Checked, io: Io) => string>> = {
    text: ({ file, ...checked }, { columns, colour }) =>
        checkText({ ...checked, label: inputLabel(file), columns, colours: createColors(colour) }),
    json: ({ stacks, today }) => stableJson(checkJson(stacks, today)),
    sarif: ({ file, stacks, today }) => stableJson(sarif(stacks, file, today)),
    junit: ({ stacks, today }) => junit(stacks, today),
};

/** The shape of a plan: what was checked can be checked again. */
function checkJson(stacks: readonly CheckedStack[], today: string): object {
    const environments = stacks.map(
        ({ name, resources, outputs, policyConfig, findings, measures, databaseAccess }) => [
            name,
            { resources, outputs, policyConfig, findings, measures, ...(databaseAccess ? { databaseAccess } : {}) },
        ],
    );
    return { version: 1, today, environments: Object.fromEntries(environments) };
}
