import { foundOutputs } from "../../policies/found-outputs";
import { harmless } from "../show/harmless";
import { WrongUse } from "../wrong-use";
import { engineObject } from "./engine-value";
import { type Fields, field, isFields, optional, readFields, readList, readText } from "./fields";
import type { Given, GivenResource } from "./given";
import { inOrder, readResource } from "./read-resource";
import { stackNameOf } from "./stack-name";

const STACK = "pulumi:pulumi:Stack";
/** How the engine ends a preview in which a policy refuses something; all of it has been told by then. */
const REFUSED = "error: preview failed";

/**
 * What `pulumi preview --json` prints: the state that each step leads to.
 *
 * @throws WrongUse for a preview that failed, and for one without what stays the same: rules that look for what belongs to a resource
 * would miss it.
 */
export function readPreview(preview: Fields, label: string): Given {
    refuseFailed(preview, label);
    const steps = readList(field(preview, "steps"), `${label}: steps`).map((step, index) =>
        readFields(step, `${label}: steps[${index}]`),
    );
    refuseIncomplete(preview, steps, label);
    const byUrn = new Map<string, GivenResource>();
    steps.forEach((step, index) => {
        const where = `${label}: steps[${index}]`;
        const operation = readText(field(step, "op"), `${where}.op`);
        const state = optional(field(step, "newState"), `${where}.newState`, readFields);
        // A replacement has several steps with one state; what is deleted or discarded has none, or one that goes.
        if (state !== undefined && !/^(delete|discard|remove)/.test(operation)) {
            const resource = readState(state, `${where}.newState`);
            byUrn.set(resource.shown.urn, resource);
        }
    });
    const resources = inOrder([...byUrn.values()], label);
    const stack = steps.map((step) => field(step, "newState")).find((state) => isFields(state) && state.type === STACK);
    const outputs = isFields(stack) && isFields(stack.outputs) ? engineObject(stack.outputs, "marked") : {};
    return { kind: "preview", stacks: [{ name: stackNameOf(resources), resources, outputs }] };
}

const readState = (state: Fields, where: string): GivenResource =>
    // The engine leaves out what is empty.
    readResource({ inputs: {}, ...state }, where, (inputs) => {
        const outputs = isFields(state.outputs) ? engineObject(state.outputs, "marked") : {};
        const found = typeof state.type === "string" ? foundOutputs(state.type, outputs) : {};
        const shown = { ...engineObject(inputs, "marked"), ...found };
        return { shown, asked: shown, secrets: [] };
    });

function refuseFailed(preview: Fields, label: string): void {
    const diagnostics = optional(field(preview, "diagnostics"), `${label}: diagnostics`, readList) ?? [];
    const errors = diagnostics
        .filter(isFields)
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => (typeof message === "string" ? message.trim() : ""))
        .filter((message) => message !== REFUSED);
    if (errors.length > 0) {
        const [first = ""] = errors;
        throw new WrongUse(
            `${label} is a preview that failed, so it does not hold everything: ${harmless(first.slice(0, 300))}`,
        );
    }
}

function refuseIncomplete(preview: Fields, steps: readonly Fields[], label: string): void {
    const summary = optional(field(preview, "changeSummary"), `${label}: changeSummary`, readFields) ?? {};
    const told = field(summary, "same");
    const shown = steps.filter((step) => field(step, "op") === "same").length;
    if (typeof told === "number" && told > shown) {
        throw new WrongUse(
            `${label} leaves out ${told - shown} of ${told} resources that stay the same, and what refers to them ` +
                "cannot be judged without; make it with: pulumi preview --json --show-sames",
        );
    }
}
