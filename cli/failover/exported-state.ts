import { type Environment, environmentOf } from "../../stacks/settings/environments";
import { type Fields, field, optional, readFields, readList, readText } from "../check/fields";
import { PROJECT } from "../offline/plan-environment";
import { quoted } from "../show/harmless";
import { WrongUse } from "../wrong-use";
import type { Following, KeptResource } from "./follow-state";

/** What `pulumi stack export` printed, with what a failover concerns. */
export interface ExportedState {
    /** All of it, as it was. */
    readonly exported: Fields;
    readonly deployment: Fields;
    readonly resources: readonly (KeptResource & Fields)[];
    readonly stack: string;
}

/**
 * The state of a stack of one environment, as an export has it.
 *
 * @param label what the input is called in an error
 * @throws WrongUse for what is no export, is of another stack, or was made while something was not finished.
 */
export function readState(value: unknown, environment: Environment, label: string): ExportedState {
    const exported = readFields(value, label);
    if (field(exported, "deployment") === undefined) {
        throw new WrongUse(`${label} has no 'deployment'; give what \`pulumi stack export\` prints`);
    }
    const deployment = readFields(field(exported, "deployment"), `${label}: deployment`);
    const where = `${label}: deployment.resources`;
    const resources = (optional(field(deployment, "resources"), where, readList) ?? []).map((resource, index) =>
        readResource(resource, `${where}[${index}]`),
    );
    const stack = requireStack(resources, environment, label);
    const pending = optional(field(deployment, "pending_operations"), label, readList) ?? [];
    if (pending.length > 0) {
        const count = pending.length === 1 ? "1 operation" : `${pending.length} operations`;
        throw new WrongUse(
            `${label} has ${count} that did not come to an end; run \`pulumi refresh --stack ${stack}\`, and export again`,
        );
    }
    return { exported, deployment, resources, stack };
}

/** The export once more, with other resources. */
export const followedText = ({ exported, deployment }: ExportedState, { resources }: Following<unknown>): string =>
    `${JSON.stringify({ ...exported, deployment: { ...deployment, resources } }, null, 4)}\n`;

function readResource(value: unknown, where: string): KeptResource & Fields {
    const resource = readFields(value, where);
    for (const name of ["urn", "type"]) {
        readText(field(resource, name), `${where}.${name}`);
    }
    optional(field(resource, "id"), `${where}.id`, readText);
    for (const name of ["inputs", "outputs"]) {
        optional(field(resource, name), `${where}.${name}`, readFields);
    }
    return resource as KeptResource & Fields;
}

function requireStack(resources: readonly KeptResource[], environment: Environment, label: string): string {
    const names = new Set(resources.map(({ urn }) => /^urn:pulumi:([^:]+)::([^:]+)::/.exec(urn)?.slice(1).join("::")));
    const [name, ...others] = names;
    if (name === undefined) {
        throw new WrongUse(`${label} holds no resources of a stack; export that of ${environment}`);
    }
    const [stack = "", project] = name.split("::");
    if (others.length > 0 || project !== PROJECT || !isOf(stack, environment)) {
        const found = [...names].map((each) => quoted(each?.replace("::", " of ") ?? "")).join(", ");
        throw new WrongUse(`${label} is of the stack ${found}; export the one of ${environment}, of ${PROJECT}`);
    }
    return stack;
}

function isOf(stack: string, environment: Environment): boolean {
    try {
        return environmentOf(stack) === environment;
    } catch {
        return false;
    }
}
