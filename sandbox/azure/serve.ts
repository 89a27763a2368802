import { Metadata, Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, status } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type DiffAnswer, InitFailed, type Provider, type Target } from "./provider";
import { type Props, propsOf } from "./wire";

/** A provider that an engine can reach. */
export interface Served {
    readonly port: number;
    stop(): Promise<void>;
    /** Ends it as a crash would: whoever waits for an answer gets none. */
    crash(): void;
}

/** Serves a provider on this machine by the protocol that Pulumi publishes in its SDK. */
export async function serve(provider: Provider): Promise<Served> {
    const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    server.addService(ResourceProviderService, methodsOf(provider));
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
            error ? reject(error) : resolve(bound),
        );
    });
    return {
        port,
        // An engine that is done has closed its connections; one that was killed never will.
        stop: () =>
            new Promise((resolve) => {
                const late = setTimeout(() => server.forceShutdown(), 2_000);
                server.tryShutdown(() => {
                    clearTimeout(late);
                    resolve();
                });
            }),
        crash: () => server.forceShutdown(),
    };
}

const methodsOf = (provider: Provider) => ({
    handshake: answer(() => new messages.ProviderHandshakeResponse()),
    attach: answer(empty),
    cancel: answer(empty),
    getPluginInfo: answer(() => {
        const info = new PluginInfo();
        info.setVersion(provider.version);
        return info;
    }),
    getSchema: answer(() => {
        const response = new messages.GetSchemaResponse();
        response.setSchema("{}");
        return response;
    }),
    checkConfig: answer((request: messages.CheckRequest) => {
        const response = new messages.CheckResponse();
        response.setInputs(request.getNews());
        return response;
    }),
    diffConfig: answer(() => new messages.DiffResponse()),
    configure: answer((request: messages.ConfigureRequest, session) => {
        provider.configure(session, configOf(request));
        const response = new messages.ConfigureResponse();
        response.setSupportspreview(true);
        return response;
    }),
    check: answer(async (request: messages.CheckRequest, session) => {
        const checked = await provider.check({
            ...target(request, session),
            olds: propsOf(request.getOlds()),
            news: propsOf(request.getNews()) ?? {},
            seed: request.getRandomseed_asU8(),
        });
        const response = new messages.CheckResponse();
        response.setInputs(structOf(checked.inputs));
        response.setFailuresList(checked.failures.map(failure));
        return response;
    }),
    diff: answer(async (request: messages.DiffRequest, session) => {
        const oldInputs = propsOf(request.getOldInputs()) ?? propsOf(request.getOlds()) ?? {};
        const news = propsOf(request.getNews()) ?? {};
        return diffResponse(await provider.diff({ ...target(request, session), oldInputs, news }));
    }),
    create: answer(async (request: messages.CreateRequest, session) => {
        const inputs = propsOf(request.getProperties()) ?? {};
        const created = await provider.create({ ...target(request, session), inputs, preview: request.getPreview() });
        const response = new messages.CreateResponse();
        response.setId(created.id);
        response.setProperties(structOf(created.outputs));
        return response;
    }),
    read: answer(async (request: messages.ReadRequest, session) => {
        const inputs = propsOf(request.getInputs());
        const outputs = propsOf(request.getProperties()) ?? {};
        const found = await provider.read({ ...target(request, session), id: request.getId(), inputs, outputs });
        const response = new messages.ReadResponse();
        if (found !== undefined) {
            response.setId(found.id);
            response.setProperties(structOf(found.outputs));
            response.setInputs(structOf(found.inputs));
        }
        return response;
    }),
    update: answer(async (request: messages.UpdateRequest, session) => {
        const outputs = await provider.update({
            ...target(request, session),
            id: request.getId(),
            oldInputs: propsOf(request.getOldInputs()) ?? {},
            oldOutputs: propsOf(request.getOlds()) ?? {},
            news: propsOf(request.getNews()) ?? {},
            preview: request.getPreview(),
        });
        const response = new messages.UpdateResponse();
        response.setProperties(structOf(outputs));
        return response;
    }),
    delete: answer(async (request: messages.DeleteRequest, session) => {
        const inputs = propsOf(request.getOldInputs()) ?? {};
        await provider.delete({ ...target(request, session), id: request.getId(), inputs });
        return empty();
    }),
    invoke: answer(async (request: messages.InvokeRequest, session) => {
        const result = await provider.invoke(session, request.getTok(), propsOf(request.getArgs()) ?? {});
        const response = new messages.InvokeResponse();
        response.setReturn(structOf(result));
        return response;
    }),
});

type Method<Request> = (request: Request, session: string) => unknown;

/** The engine opens a connection for each provider that it configures, and the requests say no more about which one they are for. */
function answer<Request>(method: Method<Request>) {
    return (call: ServerUnaryCall<Request, unknown>, reply: sendUnaryData<unknown>): void =>
        void Promise.resolve()
            .then(() => method(call.request, call.getPeer()))
            .then(
                (response) => reply(null, response),
                (error: Error) => reply(grpcError(error)),
            );
}

function target(request: { getUrn(): string }, session: string): Target {
    const urn = request.getUrn();
    const [, , types = "", ...name] = urn.split("::");
    return { session, urn, type: types.split("$").at(-1) ?? "", name: name.join("::") };
}

/** Settings come as `azure-native:config:location`. */
function configOf(request: messages.ConfigureRequest): Record<string, string> {
    const config: Record<string, string> = {};
    request.getVariablesMap().forEach((value: string, key: string) => {
        config[key.split(":").at(-1) ?? key] = value;
    });
    return config;
}

/** The SDK checks messages with `instanceof`, so the class must be its own and not one of a copy in our bundle. */
function empty(): object {
    const { responseType } = ResourceProviderService.cancel as unknown as { readonly responseType: new () => object };
    return new responseType();
}

const structOf = (props: Props): Struct => Struct.fromJavaScript(props as Record<string, JavaScriptValue>);

function failure({ property, reason }: { readonly property: string; readonly reason: string }): messages.CheckFailure {
    const message = new messages.CheckFailure();
    message.setProperty(property);
    message.setReason(reason);
    return message;
}

function diffResponse({ detailed, replaces, deleteBeforeReplace }: DiffAnswer): messages.DiffResponse {
    const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
    const response = new messages.DiffResponse();
    response.setChanges(detailed.size > 0 ? DIFF_SOME : DIFF_NONE);
    response.setReplacesList([...replaces]);
    response.setDeletebeforereplace(deleteBeforeReplace);
    response.setDiffsList([...new Set([...detailed.keys()].map((path) => path.split(/[.[]/)[0] ?? path))]);
    response.setHasdetaileddiff(true);
    for (const [path, kind] of detailed) {
        const difference = new messages.PropertyDiff();
        difference.setKind(messages.PropertyDiff.Kind[kind]);
        difference.setInputdiff(true);
        response.getDetaileddiffMap().set(path, difference);
    }
    return response;
}

function grpcError(error: Error) {
    const metadata = new Metadata();
    if (error instanceof InitFailed) {
        const detail = new messages.ErrorResourceInitFailed();
        detail.setId(error.id);
        detail.setProperties(structOf(error.outputs));
        detail.setReasonsList([...error.reasons]);
        const any = new Any();
        any.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
        const message = new Status();
        message.setCode(status.UNKNOWN);
        message.setMessage(error.message);
        message.addDetails(any);
        // Where gRPC for Go, which the engine uses, looks for the details of an error.
        metadata.add("grpc-status-details-bin", Buffer.from(message.serializeBinary()));
    }
    return { name: error.name, message: error.message, code: status.UNKNOWN, details: error.message, metadata };
}
