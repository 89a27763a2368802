import type * as resourceMessages from "@pulumi/pulumi/proto/resource_pb";
import { unknownInside } from "../../arm/preview-outputs";
import { SECRET, SIGNATURE } from "../../arm/wire-form";
import { LOCATED } from "../../policies/located";
import { withoutVersion } from "../../policies/type-token";
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
    /** What the provider's own configuration adds to them: the region, where the program names none. */
    readonly added?: WireObject;
    /** True for what the program only reads. */
    readonly external?: boolean;
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

/** As the real engine previews a resource that does not exist yet: inputs come back as outputs, and all else is unknown, also inside of them. */
export const previewAnswer = ({ type, inputs, added }: Registration): Answer => ({
    id: "",
    outputs: { ...added, ...inputs, ...unknownInside(withoutVersion(type), inputs) },
});

type Reply<T> = (error: Error | null, response?: T) => void;

interface RegisterReply {
    getUrn(): string;
    getId(): string;
    getObject(): { toJavaScript(): WireObject };
    getPropertydependenciesMap(): undefined;
    getResult(): number;
}

interface InvokeReply {
    getFailuresList(): readonly never[];
    getReturn(): { toJavaScript(): WireObject };
}

const READ_STACK = "pulumi:pulumi:readStackOutputs";
const STACK_REFERENCE = "pulumi:pulumi:StackReference";
const PROVIDER = "pulumi:providers:azure-native";
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
    /** Regions that the program's own providers of azure-native are configured with, by URN. */
    private readonly regions = new Map<string, unknown>();

    /** @param region of the stack's configuration, for the provider that the engine makes itself */
    constructor(
        private readonly project: string,
        private readonly stack: string,
        private readonly oracle: Oracle,
        private readonly region?: string,
    ) {}

    registerResource(request: resourceMessages.RegisterResourceRequest, reply: Reply<RegisterReply>): void {
        const registration = this.registrationOf(request);
        if (this.urns.has(registration.urn)) {
            this.refuse(`Duplicate resource URN '${registration.urn}'; try giving it a unique name`, reply);
            return;
        }
        this.urns.add(registration.urn);
        this.registrations.push(registration);
        if (registration.type === PROVIDER) {
            this.regions.set(registration.urn, registration.inputs.location);
        }
        const answer = registration.custom ? this.oracle.answer(registration) : { id: "", outputs: {} };
        const outputs = withSecrets(answer.outputs, request.getAdditionalsecretoutputsList());
        reply(null, registered(registration.urn, { ...answer, outputs }));
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
            external: true,
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

    invoke(request: resourceMessages.ResourceInvokeRequest, reply: Reply<InvokeReply>): void {
        if (request.getTok() === READ_STACK) {
            const { name = "" } = (request.getArgs()?.toJavaScript() ?? {}) as { name?: string };
            const outputs = this.referencedStack(name);
            // A program may ask whether a stack exists: that it does not is an answer. The SDK reads `details` alone.
            const missing = outputs ? null : Object.assign(new Error(), { details: `unknown stack "${name}"` });
            reply(missing, { getFailuresList: () => [], getReturn: () => ({ toJavaScript: () => outputs ?? {} }) });
            return;
        }
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

    registerStackTransform(_request: unknown, reply: Reply<never>): void {
        this.refuse("transforms change resources in the engine, which an offline preview does not have", reply);
    }

    registerResourceHook(_request: unknown, reply: Reply<never>): void {
        this.refuse("hooks run in the engine, which an offline preview does not have", reply);
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
        const type = request.getType();
        const inputs = (request.getObject()?.toJavaScript() ?? {}) as WireObject;
        return {
            urn: urnOf(this.project, this.stack, request.getParent(), type, request.getName()),
            type,
            name: request.getName(),
            custom: request.getCustom(),
            parent: request.getParent() || undefined,
            inputs,
            added: this.addedTo(type, inputs, request.getProvider()),
            dependencies: request.getDependenciesList(),
            propertyDependencies,
            protect: request.getProtect() ?? false,
        };
    }

    private addedTo(type: string, inputs: WireObject, provider: string): WireObject | undefined {
        if (inputs.location !== undefined || !LOCATED.has(withoutVersion(type))) {
            return undefined;
        }
        // A provider is named by its URN and its id.
        const own = provider.slice(0, provider.lastIndexOf("::"));
        const location = this.regions.has(own) ? this.regions.get(own) : this.region;
        return location === undefined ? undefined : { location };
    }

    /** A stack by its name, or with the organization and this project before it. */
    private referencedStack(id: string): WireObject | undefined {
        const [stack = id, project = this.project] = id.split("/").reverse();
        const outputs = project === this.project ? this.oracle.stackOutputs(stack) : undefined;
        const isSecret = (name: string) => secretTexts(outputs?.[name]).length > 0;
        return outputs && { name: id, outputs, secretOutputNames: Object.keys(outputs).filter(isSecret) };
    }
}

/** The outputs of which the program says that they are secret. */
const withSecrets = (outputs: WireObject, names: readonly string[]): WireObject =>
    names.length === 0
        ? outputs
        : Object.fromEntries(
              Object.entries(outputs).map(([name, value]) => [
                  name,
                  names.includes(name) ? { [SIGNATURE]: SECRET, value } : value,
              ]),
          );

function registered(urn: string, answer: Answer): RegisterReply {
    return {
        getUrn: () => urn,
        getId: () => answer.id,
        getObject: () => ({ toJavaScript: () => answer.outputs }),
        getPropertydependenciesMap: () => undefined,
        getResult: () => 0,
    };
}
