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
    const all = (optional(field(deployment, "resources"), `${label}: deployment.resources`, readList) ?? []).map(
        (state, index) => {
            const where = `${label}: deployment.resources[${index}]`;
            return { where, state: readFields(state, where) };
        },
    );
    // What is marked so is to go, and a replacement may stand beside it.
    const isLeaving = ({ state }: { readonly state: Fields }): boolean => state.delete === true;
    const states = all.filter((each) => !isLeaving(each));
    const read = ({ where, state }: { readonly where: string; readonly state: Fields }) => readState(state, where);
    const resources = inOrder(states.map(read), label);
    const leaving = all
        .filter(isLeaving)
        .map(read)
        // A provider is nothing in Azure.
        .filter(({ shown }) => !shown.type.startsWith("pulumi:providers:"));
    const pending = optional(
        field(deployment, "pending_operations"),
        `${label}: deployment.pending_operations`,
        readList,
    );
    const stack = states.find(({ state }) => state.type === STACK)?.state.outputs;
    const outputs = isFields(stack) ? engineObject(stack, "marked") : {};
    const notes = notesOf({
        leaving: leaving.length,
        pending: pending?.length ?? 0,
        unfinished: states.filter(({ state }) => Array.isArray(state.initErrors) && state.initErrors.length > 0).length,
    });
    return { kind: "export", stacks: [{ name: stackNameOf(resources), resources, outputs, leaving, notes }] };
}

/** What the program only reads is in the state as well, and no rule judges it. */
function readState(state: Fields, where: string): GivenResource {
    const given = readDeployed(state, where);
    return state.external === true ? { ...given, asked: { ...given.asked, external: true } } : given;
}

const readDeployed = (state: Fields, where: string): GivenResource =>
    // The engine leaves out what is empty.
    readResource({ inputs: {}, ...state }, where, (inputs) => {
        const outputs = isFields(state.outputs) ? state.outputs : {};
        const known = {
            id: state.id,
            type: typeof state.type === "string" ? state.type : "",
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

interface Counts {
    readonly leaving: number;
    readonly pending: number;
    readonly unfinished: number;
}

/** What a deployment left behind that did not come to its end. */
function notesOf({ leaving, pending, unfinished }: Counts): readonly string[] {
    const notes: readonly (readonly [number, string, string])[] = [
        [
            leaving,
            "resource waits for deletion and still exists; of it only an opening in a firewall is judged. Run `pulumi up`",
            "resources wait for deletion and still exist; of them only openings in firewalls are judged. Run `pulumi up`",
        ],
        [
            pending,
            "operation was not finished, and what it made may be missing here; run `pulumi refresh` and export again",
            "operations were not finished, and what they made may be missing here; run `pulumi refresh` and export again",
        ],
        [
            unfinished,
            "resource was made and did not start well (initErrors); what is deployed of it may differ from what is judged",
            "resources were made and did not start well (initErrors); what is deployed of them may differ from what is judged",
        ],
    ];
    return notes.filter(([count]) => count > 0).map(([count, one, more]) => `${count} ${count === 1 ? one : more}.`);
}
