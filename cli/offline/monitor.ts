import type * as resourceMessages from "@pulumi/pulumi/proto/resource_pb";
import { secretTexts } from "../plan/in-the-open";
import { urnOf } from "./urn";

/** A resource exactly as the program registered it with the engine's monitor. */
export interface Registration {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly custom: boolean;
    readonly parent: string | undefined;
    /** The program's inputs in the wire form of the SDK: unknowns and secrets are still the engine's markers. */
    readonly inputs: WireObject;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly protect: boolean;
}

export type WireObject = Readonly<Record<string, unknown>>;

/** What a deployment would say of a resource: nothing yet in a preview, made-up values for an export. */
export interface Answer {
    /** Empty while it is unknown. */
    readonly id: string;
    readonly outputs: WireObject;
}

export interface Oracle {
    /** Called once for each custom resource, in the order of registration. */
    answer(registration: Registration): Answer;
    /** The outputs of another stack, for a `StackReference`; `undefined` when that stack does not exist. */
    stackOutputs(stack: string): WireObject | undefined;
}

/** As the real engine previews a resource that does not exist yet: inputs come back as outputs, all else is unknown. */
export const previewAnswer = (registration: Registration): Answer => ({ id: "", outputs: registration.inputs });

type Reply<T> = (error: Error | null, response?: T) => void;

interface RegisterReply {
    getUrn(): string;
    getId(): string;
    getObject(): { toJavaScript(): WireObject };
    getPropertydependenciesMap(): undefined;
    getResult(): number;
}

const STACK_REFERENCE = "pulumi:pulumi:StackReference";
const OUTPUT_VALUES = "outputValues";

/**
 * The engine's side of the resource monitor, in process: it sees each request that the SDK would send to the engine, with
 * parent, dependencies, protection, secrets and unknowns, which Pulumi's mocks do not show.
 */
export class OfflineMonitor {
    readonly registrations: Registration[] = [];
    readonly outputs = new Map<string, WireObject>();
    /** What was refused first: the SDK swallows some refusals, so the run asks for it at the end. */
    refusal: Error | undefined;
    private readonly urns = new Set<string>();

    constructor(
        private readonly project: string,
        private readonly stack: string,
        private readonly oracle: Oracle,
    ) {}

    registerResource(request: resourceMessages.RegisterResourceRequest, reply: Reply<RegisterReply>): void {
        const registration = this.registrationOf(request);
        if (this.urns.has(registration.urn)) {
            this.refuse(`Duplicate resource URN '${registration.urn}'; try giving it a unique name`, reply);
            return;
        }
        this.urns.add(registration.urn);
        this.registrations.push(registration);
        const answer = registration.custom ? this.oracle.answer(registration) : { id: "", outputs: {} };
        reply(null, registered(registration.urn, answer));
    }

    readResource(request: resourceMessages.ReadResourceRequest, reply: Reply<unknown>): void {
        const urn = urnOf(this.project, this.stack, request.getParent(), request.getType(), request.getName());
        const inputs = (request.getProperties()?.toJavaScript() ?? {}) as WireObject;
        const outputs = request.getType() === STACK_REFERENCE ? this.referencedStack(request.getId()) : inputs;
        if (outputs === undefined) {
            this.refuse(`Unknown stack '${request.getId()}'`, reply);
            return;
        }
        this.registrations.push({
            urn,
            type: request.getType(),
            name: request.getName(),
            custom: true,
            parent: request.getParent() || undefined,
            inputs,
            dependencies: request.getDependenciesList(),
            propertyDependencies: {},
            protect: false,
        });
        reply(null, { getUrn: () => urn, getProperties: () => ({ toJavaScript: () => outputs }) });
    }

    registerResourceOutputs(request: resourceMessages.RegisterResourceOutputsRequest, reply: Reply<object>): void {
        this.outputs.set(request.getUrn(), (request.getOutputs()?.toJavaScript() ?? {}) as WireObject);
        reply(null, {});
    }

    invoke(request: resourceMessages.ResourceInvokeRequest, reply: Reply<unknown>): void {
        this.refuse(`'${request.getTok()}' asks the cloud, which an offline preview does not have`, reply);
    }

    supportsFeature(
        request: resourceMessages.SupportsFeatureRequest,
        reply: Reply<{ getHassupport(): boolean }>,
    ): void {
        const supported = request.getId() !== OUTPUT_VALUES;
        reply(null, { getHassupport: () => supported });
    }

    registerPackage(_request: unknown, reply: Reply<{ getRef(): string }>): void {
        reply(null, { getRef: () => "offline" });
    }

    private refuse(message: string, reply: Reply<never>): void {
        const error = new Error(message);
        this.refusal ??= error;
        reply(error);
    }

    private registrationOf(request: resourceMessages.RegisterResourceRequest): Registration {
        const propertyDependencies: Record<string, readonly string[]> = {};
        for (const [property, urns] of request.getPropertydependenciesMap().entries()) {
            propertyDependencies[property] = urns.getUrnsList();
        }
        return {
            urn: urnOf(this.project, this.stack, request.getParent(), request.getType(), request.getName()),
            type: request.getType(),
            name: request.getName(),
            custom: request.getCustom(),
            parent: request.getParent() || undefined,
            inputs: (request.getObject()?.toJavaScript() ?? {}) as WireObject,
            dependencies: request.getDependenciesList(),
            propertyDependencies,
            protect: request.getProtect() ?? false,
        };
    }

    private referencedStack(id: string): WireObject | undefined {
        const outputs = this.oracle.stackOutputs(id.split("/").pop() ?? id);
        const isSecret = (name: string) => secretTexts(outputs?.[name]).length > 0;
        return outputs && { name: id, outputs, secretOutputNames: Object.keys(outputs).filter(isSecret) };
    }
}

function registered(urn: string, answer: Answer): RegisterReply {
    return {
        getUrn: () => urn,
        getId: () => answer.id,
        getObject: () => ({ toJavaScript: () => answer.outputs }),
        getPropertydependenciesMap: () => undefined,
        getResult: () => 0,
    };
}
