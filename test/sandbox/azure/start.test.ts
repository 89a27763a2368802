import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient, ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { KeptCloud } from "../../../sandbox/azure/kept-cloud";
import { type AzureStandIn, startStandIn } from "../../../sandbox/azure/start";
import { GROUP_ID, SUBSCRIPTION } from "./played-azure";

const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

type Method<Request, Response> = (
    request: Request,
    reply: (error: ServiceError | null, response: Response) => void,
) => unknown;

const call = <Request, Response>(client: object, method: Method<Request, Response>, request: Request) =>
    new Promise<Response>((resolve, reject) => {
        method.call(client, request, (error, response) => (error ? reject(error) : resolve(response)));
    });

/** The message that says nothing, of the SDK's own class. */
function empty(): object {
    const { requestType } = ResourceProviderService.getPluginInfo as unknown as {
        readonly requestType: new () => object;
    };
    return new requestType();
}

/** The engine's side of one provider. */
async function connect(standIn: AzureStandIn, provider = "azure-native", subscriptionId = SUBSCRIPTION) {
    const port = new RegExp(`${provider}:(\\d+)`).exec(standIn.debugProviders)?.[1];
    // Channels with the same address and options share a connection unless told otherwise.
    const options = { "grpc.use_local_subchannel_pool": 1 };
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), options);
    const request = new messages.ConfigureRequest();
    request.getVariablesMap().set(`${provider}:config:subscriptionId`, subscriptionId);
    await call(client, client.configure as Method<typeof request, messages.ConfigureResponse>, request);
    return client;
}

function createGroup(client: ResourceProviderClient, inputs: Record<string, unknown> = {}) {
    const request = new messages.CreateRequest();
    request.setUrn("urn:pulumi:s::p::figlo:infra:Place$azure-native:resources:ResourceGroup::group");
    request.setProperties(
        Struct.fromJavaScript({ resourceGroupName: "rg-proef", location: "westeurope", ...(inputs as object) }),
    );
    return call(client, client.create as Method<typeof request, messages.CreateResponse>, request);
}

describe("the stand-in, as an engine reaches it", () => {
    const standIns: AzureStandIn[] = [];
    const clients: ResourceProviderClient[] = [];
    const folder = mkdtempSync(join(tmpdir(), "stand-in-"));

    async function started(options: Parameters<typeof startStandIn>[0] = {}) {
        const standIn = await startStandIn(options);
        standIns.push(standIn);
        const client = await connect(standIn);
        clients.push(client);
        return { standIn, client };
    }

    afterEach(async () => {
        clients.splice(0).forEach((client) => void client.close());
        await Promise.all(standIns.splice(0).map((standIn) => standIn.stop()));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it("serves both providers, with the versions that the program uses", async () => {
        const { standIn } = await started();
        expect(standIn.debugProviders).toMatch(/^azure-native:\d+,random:\d+$/);
        for (const [provider, version] of [
            ["azure-native", "3.28.0"],
            ["random", "4.21.2"],
        ] as const) {
            const client = await connect(standIn, provider);
            clients.push(client);
            const info = await call(client, client.getPluginInfo as Method<unknown, { getVersion(): string }>, empty());
            expect(info.getVersion()).toBe(version);
        }
    });

    it("creates what it is asked to", async () => {
        const { standIn, client } = await started();
        const created = await createGroup(client, { tags: { owner: { ...SECRET, value: "team" } } });
        expect(created.getId()).toBe(GROUP_ID);
        // The engine marks secrets again by itself, since the stand-in says that it handles none.
        expect(created.getProperties()?.toJavaScript()).toMatchObject({ name: "rg-proef", tags: { owner: "team" } });
        expect(standIn.cloud.get(GROUP_ID)?.body).toEqual({ location: "westeurope", tags: { owner: "team" } });
    });

    it("keeps the settings of providers apart that one engine configures", async () => {
        const { standIn, client } = await started();
        const other = await connect(standIn, "azure-native", "11111111-2222-4333-8444-555555555555");
        clients.push(other);
        expect((await createGroup(client)).getId()).toBe(GROUP_ID);
        expect((await createGroup(other)).getId()).toBe(
            GROUP_ID.replace(SUBSCRIPTION, "11111111-2222-4333-8444-555555555555"),
        );
    });

    it("has what it had when it is started again in the same folder", async () => {
        const first = await started({ folder });
        await createGroup(first.client);
        const { client } = await started({ folder });
        await expect(createGroup(client)).rejects.toThrow(`cannot create already existing resource '${GROUP_ID}'`);
    });

    it("keeps none of several changes of somebody else when one of them cannot be made", async () => {
        const { standIn } = await started({ folder: join(folder, "drift") });
        await createGroup(clients.at(-1) as ResourceProviderClient);
        const faults = "drift rg-proef tags.owner=me; drift sql:Server gone";
        await expect(startStandIn({ folder: join(folder, "drift"), faults })).rejects.toThrow("drift sql:Server");
        expect(new KeptCloud(join(folder, "drift/cloud.jsonl")).snapshot()).toEqual(standIn.cloud.snapshot());
    });

    it("tells which of its faults have not happened", async () => {
        const { standIn } = await started({ faults: "409 type=sql:Server; slow=1" });
        await createGroup(clients.at(-1) as ResourceProviderClient);
        expect(standIn.missedFaults()).toEqual([{ text: "409 type=sql:Server", calls: 0 }]);
    });

    it("tells the engine of a resource that is there and is not finished", async () => {
        const { client } = await started({ faults: "500 later" });
        const error = await createGroup(client).catch((failure: ServiceError) => failure);
        const [details] = (error as ServiceError).metadata.get("grpc-status-details-bin");
        const [any] = Status.deserializeBinary(details as Buffer).getDetailsList();
        const failed = messages.ErrorResourceInitFailed.deserializeBinary(any?.getValue_asU8() ?? new Uint8Array());
        expect(failed.getId()).toBe(GROUP_ID);
        expect(failed.getProperties()?.toJavaScript()).toMatchObject({ location: "westeurope" });
    });

    it("gives no answer any more after it died", async () => {
        const { standIn, client } = await started({ faults: "die after" });
        await expect(createGroup(client)).rejects.toThrow();
        await expect(createGroup(client)).rejects.toThrow(/UNAVAILABLE/);
        expect(standIn.cloud.get(GROUP_ID)).toBeDefined();
    });

    it("refuses faults that it does not understand, and starts nothing", async () => {
        await expect(startStandIn({ faults: "banana" })).rejects.toThrow(
            "--faults: 'banana' is nothing that can go wrong",
        );
    });
});
