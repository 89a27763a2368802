import { armResource } from "../../../../arm/arm-resource";
import { resourceId } from "../../../../arm/resource-id";
import type { PlanResource } from "../../../../cli/plan/plan";
import { AzureFailure } from "../../../../sandbox/azure/azure-failure";
import { Cloud, type CloudSnapshot } from "../../../../sandbox/azure/cloud";
import { Faults } from "../../../../sandbox/azure/faults";
import { deployedOutputs } from "../../../../sandbox/azure/outputs";
import type { AzureError, CloudRequest, Refusal } from "../../../../sandbox/azure/refusal";
import { REFUSALS } from "../../../../sandbox/azure/refusals";
import { SCHEMA_REFUSALS } from "../../../../sandbox/azure/refusals/schema";
import { ResourceManager } from "../../../../sandbox/azure/resource-manager";
import type { Environment } from "../../../../stacks/settings/environments";
import { resolved, street } from "../../../street";

type Inputs = Readonly<Record<string, unknown>>;

/** What is asked: a planned resource by type (without `azure-native:`) and logical name, with inputs that differ. */
export interface Asked {
    readonly method: "PUT" | "DELETE";
    readonly type: string;
    readonly name?: string;
    /** Another type that it is told as, for one that our program does not plan. */
    readonly as?: string;
    /** Take the place of the planned inputs; `undefined` leaves one out. A function sees the planned ones. */
    readonly change?: Inputs | ((inputs: Inputs) => Inputs);
}

/** Microsoft's schemas take a while to compile: one test asks them of all our resources, and no other needs them. */
const WITHOUT_SCHEMAS = REFUSALS.filter((refusal) => !SCHEMA_REFUSALS.includes(refusal));

/** Each environment comes up once in a test file: that takes seconds. */
const UP = new Map<Environment, Promise<PlayedStreet>>();

/** A played Azure in which an environment of ours has come up; each refusal is shown by what differs from that. */
export class PlayedStreet {
    private readonly manager: ResourceManager;

    private constructor(
        readonly cloud: Cloud,
        private readonly planned: readonly PlanResource[],
        private readonly subscriptionId: string,
        private readonly refusals: readonly Refusal[],
    ) {
        this.manager = new ResourceManager(cloud, refusals, new Faults([]));
    }

    /** An environment that has come up, each resource after what it depends on. Rejects with Azure's answer where something is refused. */
    static async of(environment: Environment, refusals: readonly Refusal[] = WITHOUT_SCHEMAS): Promise<PlayedStreet> {
        if (refusals !== WITHOUT_SCHEMAS) {
            return PlayedStreet.up(environment, refusals);
        }
        const known = UP.get(environment) ?? PlayedStreet.up(environment, refusals);
        UP.set(environment, known);
        return (await known).copy();
    }

    private static async up(environment: Environment, refusals: readonly Refusal[]): Promise<PlayedStreet> {
        const { resources } = await resolved(environment);
        const own = inOrder(resources).filter(({ type }) => type.startsWith("azure-native:"));
        const played = new PlayedStreet(new Cloud(), own, street()[environment].settings.subscriptionId, refusals);
        for (const resource of own) {
            await played.write(resource);
        }
        return played;
    }

    /** The same once more, to be changed. */
    copy(): PlayedStreet {
        const snapshot = structuredClone(this.cloud.snapshot()) as CloudSnapshot;
        return new PlayedStreet(new Cloud(snapshot), this.planned, this.subscriptionId, this.refusals);
    }

    /** Does what is asked; what is refused rejects with `AzureFailure`. */
    async ask(asked: Asked): Promise<void> {
        const resource = this.resource(asked);
        if (asked.method === "PUT") {
            await this.write(resource);
        } else {
            const { id, arm } = this.placed(resource);
            await this.manager.delete({ urn: resource.urn, type: resource.type, id, arm });
        }
    }

    /** The first refusal that answers, as Azure would be asked; undefined where it is allowed. */
    refusalOf(asked: Asked): { readonly id: string; readonly answer: AzureError } | undefined {
        const request = this.request(asked);
        for (const { id, types, methods, judge } of this.refusals) {
            const concerned = types?.some((type) => type.toLowerCase() === request.arm.type.toLowerCase()) ?? true;
            const answer = concerned && methods.includes(request.method) ? judge(request, this.cloud) : undefined;
            if (answer) {
                return { id, answer };
            }
        }
        return undefined;
    }

    /** The id in Azure of a planned resource. */
    idOf(type: string, name: string, change?: Asked["change"]): string {
        return this.placed(this.resource({ method: "PUT", type, name, change })).id;
    }

    /** The resolved inputs of a planned resource. */
    inputsOf(type: string, name?: string): Inputs {
        return this.resource({ method: "PUT", type, name }).inputs;
    }

    private request(asked: Asked): CloudRequest {
        const { id, arm } = this.placed(this.resource(asked));
        return { method: asked.method, id, arm, existing: this.cloud.get(id) };
    }

    private resource({ type, name, as = type, change = {} }: Asked): PlanResource {
        const found = this.planned.find(
            (one) => one.type === `azure-native:${type}` && (name === undefined || one.name === name),
        );
        if (found === undefined) {
            throw new Error(`no ${type} '${name ?? ""}' is planned`);
        }
        const inputs = typeof change === "function" ? change(found.inputs) : { ...found.inputs, ...change };
        const given = Object.entries(inputs).filter(([, value]) => value !== undefined);
        return { ...found, type: `azure-native:${as}`, inputs: Object.fromEntries(given) as PlanResource["inputs"] };
    }

    private async write(resource: PlanResource): Promise<void> {
        const { id, arm } = this.placed(resource);
        try {
            await this.manager.put({
                urn: resource.urn,
                type: resource.type,
                id,
                arm,
                outputs: deployedOutputs(resource, id),
            });
        } catch (error) {
            throw error instanceof AzureFailure
                ? new Error(`${resource.type} '${resource.name}': ${error.message}`)
                : error;
        }
    }

    private placed(resource: PlanResource) {
        return { id: resourceId(resource, this.subscriptionId), arm: armResource(resource) };
    }
}

/** Each after its parent and what it depends on. */
function inOrder(resources: readonly PlanResource[]): readonly PlanResource[] {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const ordered = new Set<PlanResource>();
    const visit = (resource: PlanResource): void => {
        for (const urn of [resource.parent, ...resource.dependencies]) {
            const before = byUrn.get(urn ?? "");
            if (before && !ordered.has(before)) {
                visit(before);
            }
        }
        ordered.add(resource);
    };
    resources.forEach(visit);
    return [...ordered];
}
