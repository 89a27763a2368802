import { Server, ServerCredentials, type ServerWritableStream, type sendUnaryData } from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { pinnedVersion } from "./pinned-version";
import { runPlugin } from "./run-plugin";
import { runProgram, stopPrograms } from "./run-program";

/**
 * A Node language host for an engine that was built without one, over the protocol that Pulumi publishes in its SDK. It starts programs,
 * policy packs and plugins with the SDK's own runners. Used only beside a built engine: an installed one brings the official host.
 *
 * What it leaves out: finding and installing plugins and packages (the sandbox attaches its own providers), generating code.
 */
export function serve(args: readonly string[], root: string): void {
    const engine = args.filter((argument) => !argument.startsWith("-")).at(-1);
    const server = new Server();
    server.addService(LanguageRuntimeService, {
        handshake: answer(() => new messages.LanguageHandshakeResponse()),
        getRequiredPackages: answer(() => new messages.GetRequiredPackagesResponse()),
        getRequiredPlugins: answer(() => new messages.GetRequiredPluginsResponse()),
        getProgramDependencies: answer(() => new messages.GetProgramDependenciesResponse()),
        installDependencies: (call: ServerWritableStream<unknown, unknown>) => call.end(),
        getPluginInfo: answer(() => pluginInfo(pinnedVersion(root))),
        about: answer(about),
        run: answerLater((request: messages.RunRequest) => runProgram(request, engine)),
        runPlugin: (call: ServerWritableStream<messages.RunPluginRequest, messages.RunPluginResponse>) =>
            runPlugin(call),
        cancel: answer(() => {
            stopPrograms();
            return emptyMessage();
        }),
    });
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
        if (error) {
            throw error;
        }
        // The engine reads the port from the first line.
        process.stdout.write(`${port}\n`);
    });
}

const answer =
    <Response>(respond: () => Response) =>
    (_: unknown, reply: sendUnaryData<Response>): void =>
        reply(null, respond());

const answerLater =
    <Request, Response>(respond: (request: Request) => Promise<Response>) =>
    ({ request }: { readonly request: Request }, reply: sendUnaryData<Response>): void =>
        void respond(request).then(
            (response) => reply(null, response),
            (error: Error) => reply({ name: error.name, message: error.message }),
        );

/** The SDK checks messages with `instanceof`, so the class must be its own and not one of a copy in our bundle. */
const emptyMessage = () => {
    const { responseType: Empty } = LanguageRuntimeService.cancel as unknown as {
        readonly responseType: new () => object;
    };
    return new Empty();
};

function pluginInfo(version: string): PluginInfo {
    const info = new PluginInfo();
    info.setVersion(version);
    return info;
}

function about(): messages.AboutResponse {
    const response = new messages.AboutResponse();
    response.setExecutable(process.execPath);
    response.setVersion(process.version);
    return response;
}
