import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { withPlainInputs } from "../../../cli/offline/plain-inputs";
import { runProgram } from "../../../cli/offline/run-program";
import { withUnpackedStructs } from "../../../cli/offline/unpacked-structs";

import rpc = require("@pulumi/pulumi/runtime/rpc");

/** What the monitor is told of a resource with the given tags, which are what azure-native hands on as it gets it. */
async function told(tags: (first: resources.ResourceGroup) => unknown) {
    const { registrations } = await runProgram({
        project: "proef",
        stack: "een",
        config: {},
        preview: true,
        oracle: { answer: () => ({ id: "the-id", outputs: {} }), stackOutputs: () => undefined },
        program: () => {
            const first = new resources.ResourceGroup("first", { location: "westeurope" });
            const given = tags(first) as resources.ResourceGroupArgs["tags"];
            new resources.ResourceGroup("second", { resourceGroupName: "rg-proef", tags: given });
        },
    });
    const [first, second] = ["first", "second"].map((name) => registrations.find((each) => each.name === name));
    return { inputs: second?.inputs, propertyDependencies: second?.propertyDependencies, firstUrn: first?.urn };
}

describe("inputs of a resource", () => {
    it("stand in the request as they are where they are plain, and depend on nothing", async () => {
        const tags = { text: "a", list: [1, { deep: null }], yes: true };
        const { inputs, propertyDependencies } = await told(() => tags);
        expect(inputs).toEqual({ resourceGroupName: "rg-proef", tags });
        expect(propertyDependencies).toEqual({});
    });

    it("leave out members that are absent, and say null for items that are", async () => {
        const { inputs } = await told(() => ({ absent: undefined, list: ["a", undefined] }));
        expect(inputs).toEqual({ resourceGroupName: "rg-proef", tags: { list: ["a", null] } });
    });

    it("are waited for where an output stands in them, at any depth, and depend on its resource", async () => {
        const { inputs, propertyDependencies, firstUrn } = await told((first) => ({ list: [{ id: first.id }] }));
        expect(inputs).toEqual({ resourceGroupName: "rg-proef", tags: { list: [{ id: "the-id" }] } });
        expect(propertyDependencies).toEqual({ tags: [firstUrn] });
    });

    it("stay secret", async () => {
        const { inputs } = await told(() => ({ password: pulumi.secret("hidden") }));
        const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hidden" };
        expect(inputs).toEqual({ resourceGroupName: "rg-proef", tags: { password: secret } });
    });
});

describe("the SDK", () => {
    it("is as it was after the run, also after one that fails", async () => {
        const { serializeResourceProperties } = rpc as unknown as { serializeResourceProperties: unknown };
        const failing = withPlainInputs(() => withUnpackedStructs(() => Promise.reject(new Error("failed"))));
        await expect(failing).rejects.toThrow("failed");
        expect(rpc).toHaveProperty("serializeResourceProperties", serializeResourceProperties);
    });
});
