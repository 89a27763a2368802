import * as pulumi from "@pulumi/pulumi";
import { previewAnswer, type WireObject } from "../../../cli/offline/monitor";
import { runProgram } from "../../../cli/offline/run-program";
import { planOf } from "../../../cli/plan/from-registration";

/** Stack `base` of a program, then a stack that refers to it. */
async function planAfter(base: () => object, program: () => object) {
    const outputs = new Map<string, WireObject>();
    const run = (stack: string, body: () => object) =>
        runProgram({
            project: "proef",
            stack,
            config: {},
            preview: true,
            oracle: { answer: previewAnswer, stackOutputs: (other) => outputs.get(other) },
            program: body,
        });
    outputs.set("base", (await run("base", base)).outputs);
    const { registrations, outputs: own } = await run("shop", program);
    return planOf(registrations, own);
}

const base = () => new pulumi.StackReference("organization/proef/base");

describe("a stack reference, offline", () => {
    it("resolves to the outputs of the offline plan of the stack that it names", async () => {
        const { outputs } = await planAfter(
            () => ({ host: "sql.example", ranges: ["10.1.0.0/24"] }),
            () => ({ host: base().requireOutput("host") }),
        );
        expect(outputs).toEqual({ host: "sql.example" });
    });

    it("keeps secret what the other stack keeps secret, and only that", async () => {
        const { outputs } = await planAfter(
            () => ({ open: "yes", token: pulumi.secret("4711") }),
            () => {
                const reference = base();
                return { open: reference.getOutput("open"), token: reference.getOutput("token") };
            },
        );
        expect(outputs).toEqual({ open: "yes", token: { $secret: true } });
    });

    it("is a resource of the plan, as the engine has it", async () => {
        const { resources } = await planAfter(
            () => ({}),
            () => ({ reference: base().name }),
        );
        expect(resources.find(({ type }) => type === "pulumi:pulumi:StackReference")).toMatchObject({
            urn: "urn:pulumi:shop::proef::pulumi:pulumi:StackReference::organization/proef/base",
            parent: "urn:pulumi:shop::proef::pulumi:pulumi:Stack::proef-shop",
            inputs: { name: "organization/proef/base" },
        });
    });

    it("answers who asks for the outputs of a stack, or whether it is there, and refuses nothing", async () => {
        const outputsOf = (stack: string) =>
            pulumi.runtime.invoke("pulumi:pulumi:readStackOutputs", { name: `organization/proef/${stack}` });
        const seen: unknown[] = [];
        await planAfter(
            () => ({ host: "sql.example" }),
            async () => {
                seen.push(await outputsOf("base"));
                await outputsOf("nowhere").catch(({ message }: Error) => seen.push(message));
                return {};
            },
        );
        expect(seen).toEqual([
            expect.objectContaining({ outputs: { host: "sql.example" } }),
            'unknown stack "organization/proef/nowhere"',
        ]);
    });

    it("to a stack that nobody has planned is refused by its name", async () => {
        const absent = planAfter(
            () => ({}),
            () => ({ host: new pulumi.StackReference("organization/proef/nowhere").getOutput("host") }),
        );
        await expect(absent).rejects.toThrow("Unknown stack 'organization/proef/nowhere'");
    });
});
