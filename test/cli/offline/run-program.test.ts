import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { type Oracle, previewAnswer } from "../../../cli/offline/monitor";
import { runProgram } from "../../../cli/offline/run-program";

const oracle: Oracle = { answer: previewAnswer, stackOutputs: () => undefined };

const run = (program: () => unknown, changes: Partial<Parameters<typeof runProgram>[0]> = {}) =>
    runProgram({ project: "proef", stack: "een", config: {}, preview: true, oracle, program, ...changes });

class Wrapper extends pulumi.ComponentResource {
    constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
        super("proef:index:Wrapper", name, {}, opts);
        new resources.ResourceGroup(`${name}-group`, {}, { parent: this, protect: true });
    }
}

const group = (name: string, args: resources.ResourceGroupArgs = {}) => new resources.ResourceGroup(name, args);

describe("runProgram", () => {
    it("gives nested resources the engine's URN, with the types of all parents", async () => {
        const { registrations } = await run(() => new Wrapper("outer", { parent: new Wrapper("root") }));
        expect(registrations.map(({ urn }) => urn)).toContain(
            "urn:pulumi:een::proef::proef:index:Wrapper$proef:index:Wrapper$azure-native:resources:ResourceGroup::outer-group",
        );
    });

    it("sees parents, protection and what each property depends on", async () => {
        const { registrations } = await run(() => {
            const first = group("first");
            group("second", { tags: { after: first.id } });
            new Wrapper("wrapper");
        });
        const byName = (name: string) => registrations.find((r) => r.name === name);
        expect(byName("second")?.propertyDependencies.tags).toEqual([byName("first")?.urn]);
        expect(byName("wrapper-group")).toMatchObject({ protect: true, parent: byName("wrapper")?.urn });
    });

    it("fails with what an apply throws, though that reaches nobody's catch", async () => {
        const failing = run(() => {
            pulumi.output("x").apply(() => {
                throw new Error("inside an apply");
            });
        });
        await expect(failing).rejects.toThrow("inside an apply");
    });

    it("refuses two resources with one URN, as the engine does", async () => {
        const doubled = run(() => {
            group("same");
            group("same");
        });
        await expect(doubled).rejects.toThrow("Duplicate resource URN");
    });

    it("keeps the resources of two runs apart", async () => {
        const first = await run(() => group("one"));
        const second = await run(() => group("two"), { stack: "twee" });
        expect(first.registrations.map(({ name }) => name)).toEqual(["proef-een", "one"]);
        expect(second.registrations.map(({ name }) => name)).toEqual(["proef-twee", "two"]);
    });

    it("passes configuration, and keeps secret what is secret", async () => {
        const { outputs } = await run(() => ({ value: new pulumi.Config("a").requireSecret("b") }), {
            config: { "a:b": "hidden" },
            secretKeys: ["a:b"],
        });
        expect(JSON.stringify(outputs)).toContain("1b47061264138c4ac30d75fd1eb44270");
    });

    it("leaves the SDK as it was when the run ends", async () => {
        const debuggable = require("@pulumi/pulumi/runtime/debuggable");
        const before = debuggable.debuggablePromise;
        await run(() => group("one"));
        expect(debuggable.debuggablePromise).toBe(before);
    });

    it("says what an offline preview cannot answer", async () => {
        const asking = run(() => ({ made: resources.getResourceGroupOutput({ resourceGroupName: "rg" }).id }));
        await expect(asking).rejects.toThrow("asks the cloud, which an offline preview does not have");
    });
});
