import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { withLazyProperties } from "../../../cli/offline/lazy-properties";
import { type Oracle, previewAnswer } from "../../../cli/offline/monitor";
import { runProgram } from "../../../cli/offline/run-program";

const oracle: Oracle = { answer: previewAnswer, stackOutputs: () => undefined };

const run = (program: () => unknown) =>
    runProgram({ project: "proef", stack: "een", config: {}, preview: true, oracle, program });

const group = (args: resources.ResourceGroupArgs = {}) =>
    new resources.ResourceGroup("group", { resourceGroupName: "rg-proef", ...args });

/** What a property says, asked when the program asks. */
async function told(ask: (group: resources.ResourceGroup) => Promise<pulumi.Output<unknown>>) {
    const seen: Record<string, unknown> = {};
    await run(async () => {
        const made = group({ tags: pulumi.secret({ owner: "platform" }), location: "westeurope" });
        const output = await ask(made);
        const inside = output as unknown as {
            isSecret: Promise<boolean>;
            isKnown: Promise<boolean>;
            resources(): ReadonlySet<pulumi.Resource>;
        };
        output.apply((value) => {
            seen.value = value;
        });
        seen.isKnown = await inside.isKnown;
        seen.isSecret = await inside.isSecret;
        seen.isOfResource = [...inside.resources()].map((resource) => resource === made);
    });
    return seen;
}

const settled = (made: resources.ResourceGroup) => new Promise((resolve) => made.urn.apply(resolve));

describe("properties that are made when they are asked for", () => {
    it("say the same asked before the resource is registered and after", async () => {
        const before = await told(async (made) => made.location);
        const after = await told(async (made) => {
            await settled(made);
            await settled(made);
            return made.location;
        });
        expect(before).toEqual({ value: "westeurope", isKnown: true, isSecret: false, isOfResource: [true] });
        expect(after).toEqual(before);
    });

    it("stay secret, and unknown where Azure decides", async () => {
        const { isSecret } = await told(async (made) => made.tags);
        const { isKnown, value } = await told(async (made) => made.azureApiVersion);
        expect({ isSecret, isKnown, value }).toEqual({ isSecret: true, isKnown: false, value: undefined });
    });

    it("are made once", async () => {
        await run(() => {
            const made = group();
            expect(made.location).toBe(made.location);
        });
    });

    it("are there to be seen before they are made, and left out for id and urn as the SDK does", async () => {
        await run(() => {
            const made = group();
            expect(Object.keys(made)).toEqual(expect.arrayContaining(["location", "tags", "name"]));
            expect(pulumi.Output.isInstance(made.id)).toBe(true);
        });
    });

    it("tell of an input that fails though nobody reads them", async () => {
        const failing = run(() => group({ location: Promise.reject(new Error("no such region")) }));
        await expect(failing).rejects.toThrow("no such region");
    });

    it("leave the SDK as it was", async () => {
        const sdk = jest.requireActual<{ transferProperties: unknown }>("@pulumi/pulumi/runtime/rpc");
        const before = sdk.transferProperties;
        await withLazyProperties(async () => {
            expect(sdk.transferProperties).not.toBe(before);
        });
        expect(sdk.transferProperties).toBe(before);
    });
});
