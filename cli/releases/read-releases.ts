import { readHistory, UnreadableHistoryError } from "../../stacks/promotion/read-history";
import type { History } from "../../stacks/promotion/release-history";
import { type Environment, isEnvironment } from "../../stacks/settings/environments";
import { type Fields, field, isFields, optional, readFields, readList } from "../check/fields";
import { PROJECT } from "../offline/plan-environment";
import { stableJson } from "../plan/stable-json";
import { harmless, quoted } from "../show/harmless";
import { WrongUse } from "../wrong-use";

/** Type of the resource that holds the records. */
const RECORD = "pulumi-nodejs:dynamic/figlo:ReleaseRecord";
const STACK = "pulumi:pulumi:Stack";

const READS = "give what `pulumi stack export` or `pulumi stack output --json` prints for a stack of this project";

/** What is recorded of one environment. */
export interface StackRecords {
    /** Oldest first; empty where nothing was deployed. */
    readonly history: History;
    /** What makes the records doubtful, as sentences that follow the environment's name. */
    readonly doubts: readonly string[];
}

export interface ReadReleases extends StackRecords {
    /** Where the text says it. */
    readonly environment?: Environment;
}

/**
 * The records in what the engine printed of a stack.
 *
 * @param label what the input is called in an error
 * @throws WrongUse for anything else, and for a stack that is none of the four.
 */
export function readReleases(value: unknown, label: string): ReadReleases {
    if (Array.isArray(value)) {
        return { history: historyIn(value, label), doubts: [] };
    }
    if (!isFields(value)) {
        throw new WrongUse(`${label} holds ${quoted(value)}, and no stack; ${READS}`);
    }
    if (field(value, "deployment") !== undefined) {
        return fromExport(value, label);
    }
    const releases = field(value, "releases");
    if (releases !== undefined) {
        return { history: historyIn(releases, `${label}: releases`), doubts: [] };
    }
    const keys = Object.keys(value);
    if (keys.length === 0) {
        return { history: [], doubts: [] };
    }
    const shown = keys
        .slice(0, 5)
        .map((key) => quoted(key))
        .join(", ");
    throw new WrongUse(`${label} has ${shown}${keys.length > 5 ? " and more" : ""}, but no 'releases'; ${READS}`);
}

function fromExport(exported: Fields, label: string): ReadReleases {
    const deployment = readFields(field(exported, "deployment"), `${label}: deployment`);
    const at = `${label}: deployment.resources`;
    const states = (optional(field(deployment, "resources"), at, readList) ?? [])
        .map((state, index) => readFields(state, `${at}[${index}]`))
        .filter((state) => state.delete !== true);
    const environment = states[0] === undefined ? undefined : environmentOf(states[0], label);
    const outputs = outputsOf(states.find(({ type }) => type === STACK));
    const records = states.filter(({ type }) => type === RECORD);
    // Null is what is not known yet.
    const [kept, told] = [outputsOf(records[0]).history ?? undefined, outputs.releases ?? undefined];
    const history = kept === undefined ? undefined : historyIn(kept, `${label}: the release record`);
    const output = told === undefined ? undefined : historyIn(told, `${label}: the output 'releases'`);
    return {
        environment,
        history: history ?? output ?? [],
        doubts: [
            ...(records.length > 1 ? ["has more than one release record in its state"] : []),
            ...(history === undefined ? [] : difference(history, output ?? [])),
        ],
    };
}

/** The next environment is asked for the output, so what it says must be what is recorded. */
function difference(history: History, output: History): readonly string[] {
    if (stableJson(history) === stableJson(output)) {
        return [];
    }
    return stableJson(history.slice(0, output.length)) === stableJson(output)
        ? [
              `has ${history.length} records and tells ${output.length} of them; run \`pulumi up\` again, which did not come to its end`,
          ]
        : ["tells other releases in its output 'releases' than its record holds; one of them was changed"];
}

const outputsOf = (state: Fields | undefined): Fields => (isFields(state?.outputs) ? state.outputs : {});

function environmentOf({ urn }: Fields, label: string): Environment {
    const [, stack = "", project = ""] = /^urn:pulumi:([^:]+)::([^:]+)::/.exec(String(urn)) ?? [];
    if (project !== PROJECT || !isEnvironment(stack)) {
        const found =
            stack === "" ? "no stack" : `the stack '${harmless(stack)}' of the project '${harmless(project)}'`;
        throw new WrongUse(`${label} holds ${found}, not an environment of ${PROJECT}; ${READS}`);
    }
    return stack;
}

function historyIn(value: unknown, label: string): History {
    try {
        return readHistory(value, label);
    } catch (error) {
        throw error instanceof UnreadableHistoryError ? new WrongUse(error.message) : error;
    }
}
