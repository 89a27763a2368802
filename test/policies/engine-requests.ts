import analyzer = require("@pulumi/pulumi/proto/analyzer_pb");
import struct = require("google-protobuf/google/protobuf/struct_pb");
import server = require("@pulumi/policy/server");

import type { Policies } from "@pulumi/policy";
import type { ResourceInput } from "../../policies/model";

/** What the engine is told of a broken policy. */
export interface Diagnostic {
    readonly policyname: string;
    readonly urn: string;
    readonly message: string;
    readonly enforcementlevel: number;
}

const { ADVISORY, MANDATORY } = analyzer.EnforcementLevel;
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

type Rpc = (
    call: { request: unknown },
    reply: (error: Error | null, response: analyzer.AnalyzeResponse) => void,
) => void;

/** What the server's types leave out as internal. */
type Make = (pack: string, version: string, level: string, policies: Policies) => Rpc;
const internals = server as unknown as Record<"makeAnalyzeRpcFun" | "makeAnalyzeStackRpcFun", Make>;

/** Asks the policies of one resource, through the SDK's own server code, as the engine does before it makes the resource. */
export const analyze = (policies: Policies, resource: ResourceInput): Promise<readonly string[]> =>
    ask(internals.makeAnalyzeRpcFun("pack", "1.0.0", "mandatory", policies), resourceRequest(resource));

/** Asks them of a whole stack, as the engine does at the end. */
export function analyzeStack(policies: Policies, resources: readonly ResourceInput[]): Promise<readonly string[]> {
    const request = new analyzer.AnalyzeStackRequest();
    request.setResourcesList(resources.map(stackResource));
    return ask(internals.makeAnalyzeStackRpcFun("pack", "1.0.0", "mandatory", policies), request);
}

function ask(rpc: Rpc, request: unknown): Promise<readonly string[]> {
    return new Promise((resolve, reject) => {
        rpc({ request }, (error, response) => {
            if (error) {
                reject(error);
                return;
            }
            const told = response.getDiagnosticsList().map((diagnostic) => diagnostic.toObject());
            resolve(told.map(line).sort());
        });
    });
}

/** `<level> <policy> <resource>: <last line of the message>`. */
const line = ({ policyname, urn, message, enforcementlevel }: Diagnostic): string => {
    const level = { [ADVISORY]: "advisory", [MANDATORY]: "mandatory" }[enforcementlevel];
    return `${level} ${policyname} ${urn.split("::").pop()}: ${message.split("\n").pop()}`;
};

function resourceRequest(resource: ResourceInput): analyzer.AnalyzeRequest {
    const request = new analyzer.AnalyzeRequest();
    fill(request, resource);
    return request;
}

function stackResource(resource: ResourceInput): analyzer.AnalyzerResource {
    const message = new analyzer.AnalyzerResource();
    fill(message, resource);
    for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
        const dependencies = new analyzer.AnalyzerPropertyDependencies();
        dependencies.setUrnsList([...urns]);
        message.getPropertydependenciesMap().set(property, dependencies);
    }
    return message;
}

function fill(message: analyzer.AnalyzeRequest | analyzer.AnalyzerResource, resource: ResourceInput): void {
    message.setUrn(resource.urn);
    message.setType(resource.type);
    message.setName(resource.name ?? "");
    message.setProperties(
        struct.Struct.fromJavaScript(wire(resource.inputs) as Record<string, struct.JavaScriptValue>),
    );
    const options = new analyzer.AnalyzerResourceOptions();
    options.setProtect(resource.protect === true);
    message.setOptions(options);
}

/** The engine's way to write an unknown. */
function wire(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(wire);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    return "$unknown" in value
        ? UNKNOWN
        : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wire(each)]));
}
