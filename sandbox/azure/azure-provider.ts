import { isDeepStrictEqual } from "node:util";
import { type ArmResource, armResource } from "../../arm/arm-resource";
import { armId } from "../../arm/resource-id";
import { resourceType } from "../../arm/resource-types";
import { OperationFailed } from "./azure-failure";
import { checkInputs } from "./check-inputs";
import type { CloudObject } from "./cloud";
import { pathInputs, replacingInputs } from "./create-only";
import { type DefaultState, defaultStateOf } from "./default-states";
import { diffInputs } from "./diff-inputs";
import { invokeAzure } from "./invoke";
import { keepUnset } from "./kept-lists";
import { inputsOf, toldInputs } from "./known-inputs";
import { azureInputs, deployedOutputs, previewOutputs } from "./outputs";
import {
    type CheckAnswer,
    type CheckRequest,
    type CreateRequest,
    type DeleteRequest,
    type Deployed,
    type DiffAnswer,
    type DiffRequest,
    InitFailed,
    type Provider,
    type ReadAnswer,
    type ReadRequest,
    type Target,
    type UpdateRequest,
} from "./provider";
import { changedAlike } from "./read-inputs";
import { textAt } from "./refusals/body";
import type { ResourceManager } from "./resource-manager";
import { retrying } from "./retrying";
import type { Props } from "./wire";

/** What one configured provider knows of itself. */
export interface AzureConfig {
    readonly subscriptionId?: string;
    readonly tenantId?: string;
    readonly location?: string;
}

/** azure-native 3.28.0, as far as an engine can tell; behind it stands the played Azure. */
export class AzureProvider implements Provider {
    readonly version = "3.28.0";
    private readonly configs = new Map<string, AzureConfig>();

    constructor(private readonly azure: ResourceManager) {}

    configure(session: string, config: Readonly<Record<string, string>>): void {
        this.configs.set(session, config);
    }

    async check(request: CheckRequest): Promise<CheckAnswer> {
        return checkInputs(request, this.config(request), (group) => this.locationOf(request, group));
    }

    async diff({ type, oldInputs, news }: DiffRequest): Promise<DiffAnswer> {
        return diffInputs(oldInputs, news, replacingInputs(type));
    }

    /** Creates what does not exist yet. A setting that is always there is taken over, if it still has its default state. */
    async create(request: CreateRequest): Promise<Deployed> {
        const { urn, type, inputs, preview } = request;
        if (preview) {
            return { id: "", outputs: previewOutputs(request) };
        }
        const arm = armResource({ ...request, inputs: azureInputs(inputs) });
        const id = armId(arm, this.subscription(request));
        const existing = await this.get({ urn, type, id });
        requireCreatable(existing, defaultStateOf(type), id);
        return this.write(request, id, arm, inputs, undefined);
    }

    async read(request: ReadRequest): Promise<ReadAnswer | undefined> {
        const { urn, type, id, inputs, outputs } = request;
        const found = await this.get({ urn, type, id });
        if (found === undefined) {
            return undefined;
        }
        const isImport = inputs === undefined || Object.keys(inputs).length === 0;
        return {
            id: found.id,
            outputs: found.outputs,
            inputs: isImport
                ? inputsOf(found)
                : changedAlike(inputs, toldInputs(type, outputs), toldInputs(type, found.outputs)),
        };
    }

    /** Writes the whole body from the inputs: nothing is merged, but for lists that may have been made apart. */
    async update(request: UpdateRequest): Promise<Props> {
        const { urn, type, id, news, oldOutputs, preview } = request;
        if (preview) {
            const { name, location } = oldOutputs;
            const stable = Object.entries({ name, location }).filter(([, value]) => value !== undefined);
            return previewOutputs({ ...request, inputs: news }, Object.fromEntries(stable));
        }
        const existing = await this.get({ urn, type, id });
        const arm = armResource({ ...request, inputs: azureInputs(news) });
        return (await this.write(request, id, arm, news, existing)).outputs;
    }

    /** Deletes; a setting that cannot be deleted gets its default state. */
    async delete(request: DeleteRequest): Promise<void> {
        const { urn, type, id, inputs } = request;
        const state = defaultStateOf(type);
        if (state?.kept) {
            return;
        }
        const place = armResource({ ...request, inputs: azureInputs(inputs) });
        if (state === undefined || state.deletable) {
            await retrying(() => this.azure.delete({ urn, type, id, arm: place }));
            return;
        }
        const resource = { type, inputs: { ...pathOnly(type, inputs), ...state.inputs } };
        if ((await this.get({ urn, type, id })) !== undefined) {
            const outputs = deployedOutputs(resource, id);
            await retrying(() => this.azure.put({ urn, type, id, arm: armResource(resource), outputs }));
        }
    }

    async invoke(session: string, token: string, args: Props): Promise<Props> {
        return invokeAzure(token, args, this.configs.get(session) ?? {}, this.azure);
    }

    private async write(
        target: Target,
        id: string,
        arm: ArmResource,
        inputs: Props,
        existing: CloudObject | undefined,
    ): Promise<Deployed> {
        const { urn, type } = target;
        const kept = keepUnset(type, arm.body, existing?.body);
        const outputs = deployedOutputs({ type, name: target.name, inputs }, id);
        const write = { urn, type, id, arm: { ...arm, body: kept }, outputs };
        try {
            const written = await retrying(() => this.azure.put(write));
            return { id: written.id, outputs: written.outputs };
        } catch (error) {
            if (error instanceof OperationFailed) {
                throw new InitFailed(id, outputs, [error.message]);
            }
            throw error;
        }
    }

    private get(call: { readonly urn: string; readonly type: string; readonly id: string }) {
        return retrying(() => this.azure.get(call));
    }

    /** Undefined also where Azure does not answer: azure-native goes on without. */
    private async locationOf(target: Target, group: string): Promise<string | undefined> {
        const { subscriptionId } = this.config(target);
        const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}`;
        const found = await this.get({ urn: target.urn, type: "azure-native:resources:ResourceGroup", id }).catch(
            () => undefined,
        );
        return found === undefined ? undefined : textAt(found.body, "location");
    }

    private config({ session }: Target): AzureConfig {
        return this.configs.get(session) ?? {};
    }

    private subscription(target: Target): string {
        const { subscriptionId } = this.config(target);
        if (!subscriptionId) {
            throw new Error("no subscription is configured: pulumi config set azure-native:subscriptionId <id>");
        }
        return subscriptionId;
    }
}

function requireCreatable(existing: CloudObject | undefined, state: DefaultState | undefined, id: string): void {
    if (existing === undefined || (state !== undefined && !state.deletable)) {
        return;
    }
    if (state === undefined) {
        throw new Error(`cannot create already existing resource '${id}'`);
    }
    const isDefault = Object.entries(state.inputs).every(([key, value]) =>
        isDeepStrictEqual(existing.outputs[key], value),
    );
    if (!isDefault) {
        throw new Error(`cannot create already existing subresource '${id}'`);
    }
}

/** The inputs that say where a resource is. */
function pathOnly(type: string, inputs: Props): Props {
    const path = pathInputs(resourceType(type));
    return Object.fromEntries(Object.entries(inputs).filter(([key]) => path.includes(key)));
}
