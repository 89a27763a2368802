import { deployedInputs } from "./deployed-inputs";
import { engineObject, plainSecrets } from "./engine-value";
import { type Fields, field, isFields, optional, readFields, readList } from "./fields";
import type { Given, GivenResource } from "./given";
import { inOrder, readResource } from "./read-resource";
import { stackNameOf } from "./stack-name";

const STACK = "pulumi:pulumi:Stack";

/** What `pulumi stack export` prints: what is deployed. */
export function readExport(exported: Fields, label: string): Given {
    const deployment = readFields(field(exported, "deployment"), `${label}: deployment`);
    const states = (optional(field(deployment, "resources"), `${label}: deployment.resources`, readList) ?? [])
        .map((state, index) => {
            const where = `${label}: deployment.resources[${index}]`;
            return { where, state: readFields(state, where) };
        })
        // What is marked so is to go: a replacement stands beside it.
        .filter(({ state }) => state.delete !== true);
    const resources = inOrder(
        states.map(({ where, state }) => readState(state, where)),
        label,
    );
    const stack = states.find(({ state }) => state.type === STACK)?.state.outputs;
    const outputs = isFields(stack) ? engineObject(stack, "marked") : {};
    return { kind: "export", stacks: [{ name: stackNameOf(resources), resources, outputs }] };
}

const readState = (state: Fields, where: string): GivenResource =>
    // The engine leaves out what is empty.
    readResource({ inputs: {}, ...state }, where, (inputs) => {
        const outputs = isFields(state.outputs) ? state.outputs : {};
        const known = {
            id: state.id,
            type: typeof state.type === "string" ? state.type : "",
            external: state.external === true,
        };
        const secrets = plainSecrets([inputs, outputs]);
        const shown = deployedInputs({
            ...known,
            inputs: engineObject(inputs, "marked"),
            outputs: engineObject(outputs, "marked"),
        });
        if (secrets.length === 0) {
            return { shown, asked: shown, secrets };
        }
        const asked = deployedInputs({
            ...known,
            inputs: engineObject(inputs, "open"),
            outputs: engineObject(outputs, "open"),
        });
        return { shown, asked, secrets };
    });
