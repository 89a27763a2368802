import type { ArmResource } from "../../arm/arm-resource";
import { AzureFailure, OperationFailed } from "./azure-failure";
import type { Cloud, CloudObject } from "./cloud";
import { afterDelete, afterWrite } from "./effects";
import type { Faults } from "./faults";
import { withListedChildren } from "./listed-children";
import type { CloudRequest, Refusal } from "./refusal";
import type { Props } from "./wire";

/** One call to Azure, with what a fault can be aimed at. */
export interface Call {
    readonly urn: string;
    /** Pulumi's type token. */
    readonly type: string;
    readonly id: string;
}

export interface Write extends Call {
    readonly arm: ArmResource;
    /** What azure-native reads back, by its own names. */
    readonly outputs: Props;
}

/** The played Azure Resource Manager: it answers calls, refuses what Azure refuses, and does what Azure does besides. */
export class ResourceManager {
    constructor(
        private readonly cloud: Cloud,
        private readonly refusals: readonly Refusal[],
        private readonly faults: Faults,
    ) {}

    /** @throws AzureFailure, ConnectionLost */
    async get(call: Call): Promise<CloudObject | undefined> {
        return this.faults.around({ ...call, method: "GET" }, () => {
            const object = this.cloud.get(call.id);
            return object && withListedChildren(this.cloud, object);
        });
    }

    /**
     * Writes an object whole.
     *
     * @throws AzureFailure, ConnectionLost, and OperationFailed when the object is there all the same.
     */
    async put(write: Write): Promise<CloudObject> {
        return this.faults.around({ ...write, method: "PUT" }, (failing) => {
            const existing = this.cloud.get(write.id);
            this.judge({ method: "PUT", id: write.id, arm: write.arm, existing });
            const { type, apiVersion, body } = write.arm;
            const object: CloudObject = {
                id: existing?.id ?? write.id,
                type,
                apiVersion,
                body,
                outputs: write.outputs,
                declared: true,
                stack: write.urn.split(":")[2],
            };
            this.cloud.write(object);
            afterWrite(this.cloud, object, existing);
            if (failing !== undefined) {
                throw new OperationFailed(failing);
            }
            return object;
        });
    }

    /** Deletes an object; one that is not there is deleted already. */
    async delete(call: Call & { readonly arm: ArmResource }): Promise<void> {
        return this.faults.around({ ...call, method: "DELETE" }, (failing) => {
            const existing = this.cloud.get(call.id);
            if (existing === undefined) {
                return;
            }
            this.judge({ method: "DELETE", id: call.id, arm: call.arm, existing });
            if (failing !== undefined) {
                throw new AzureFailure(failing);
            }
            const inside = this.cloud.inside(existing.id);
            this.cloud.remove(existing.id);
            afterDelete(this.cloud, existing, inside, call.type);
        });
    }

    private judge(request: CloudRequest): void {
        for (const { types, methods, judge } of this.refusals) {
            const concerned = types === undefined || types.some((type) => same(type, request.arm.type));
            const answer = concerned && methods.includes(request.method) ? judge(request, this.cloud) : undefined;
            if (answer) {
                throw new AzureFailure(answer);
            }
        }
    }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
