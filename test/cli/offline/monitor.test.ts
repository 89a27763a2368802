import { spawnSync } from "node:child_process";
import { join } from "node:path";
import * as resources from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { type Oracle, previewAnswer } from "../../../cli/offline/monitor";
import { runProgram } from "../../../cli/offline/run-program";
import { planOf } from "../../../cli/plan/from-registration";
import { ROOT } from "../../street";

const oracle: Oracle = {
    answer: previewAnswer,
    stackOutputs: (stack) => (stack === "basis" ? { host: "basis.example" } : undefined),
};

const planned = async (program: () => unknown, config: Readonly<Record<string, string>> = {}) => {
    const { registrations, outputs } = await runProgram({
        project: "proef",
        stack: "een",
        config,
        preview: true,
        oracle,
        program,
    });
    const plan = planOf(registrations, outputs);
    return { asked: (name: string) => plan.asked.find((resource) => resource.name === name), plan };
};

const group = (opts?: pulumi.CustomResourceOptions, args: resources.ResourceGroupArgs = {}) =>
    new resources.ResourceGroup("group", { resourceGroupName: "rg-proef", ...args }, opts);

/** A resource whose tag is what another one says. */
const echo = (value: pulumi.Input<string>) =>
    new resources.ResourceGroup("echo", { resourceGroupName: "rg-echo", location: "westeurope", tags: { value } });

describe("the offline monitor, where the engine and its provider add something", () => {
    it("takes the region from the configuration where the program names none, and shows the program's inputs as they are", async () => {
        const { asked, plan } = await planned(() => echo(group().location), { "azure-native:location": "westeurope" });
        expect(asked("group")?.inputs).toEqual({ location: "westeurope", resourceGroupName: "rg-proef" });
        expect(asked("echo")?.inputs.tags).toEqual({ value: "westeurope" });
        expect(plan.resources.find(({ name }) => name === "group")?.inputs).toEqual({ resourceGroupName: "rg-proef" });
    });

    it("leaves a region alone that the program names, and what has none", async () => {
        const config = { "azure-native:location": "westeurope" };
        const { asked } = await planned(() => {
            group({}, { location: "northeurope" });
            new web.WebAppFtpAllowed("ftp", { name: "app", resourceGroupName: "rg", allow: false });
        }, config);
        expect(asked("group")?.inputs.location).toBe("northeurope");
        expect(Object.keys(asked("ftp")?.inputs ?? {})).not.toContain("location");
    });

    it("does not know what Azure adds inside of an input", async () => {
        const { asked } = await planned(() => {
            const site = new web.WebApp("site", { resourceGroupName: "rg", identity: { type: "SystemAssigned" } });
            echo(site.identity.apply((identity) => identity?.principalId ?? "none"));
        });
        expect(asked("echo")?.inputs.tags).toEqual({ value: { $unknown: true } });
    });

    it("keeps secret what the program says is secret among outputs", async () => {
        const { plan } = await planned(() => {
            const made = group({ additionalSecretOutputs: ["tags"] }, { tags: { token: "4711" } });
            echo(made.tags.apply((tags) => tags?.token ?? ""));
        });
        expect(plan.resources.find(({ name }) => name === "echo")?.inputs.tags).toEqual({ value: { $secret: true } });
    });

    it("knows what the program only reads from what it makes", async () => {
        const id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stbase";
        const { asked } = await planned(() => storage.StorageAccount.get("account", id));
        expect(asked("account")?.external).toBe(true);
    });
});

describe("the offline monitor refuses", () => {
    const reference = (name: string) => planned(() => new pulumi.StackReference(name).getOutput("host"));

    it("a stack of another project, which is not there though one of ours has its name", async () => {
        await expect(reference("organization/other/basis")).rejects.toThrow("Unknown stack");
        await expect(reference("organization/proef/basis")).resolves.toBeDefined();
        await expect(reference("basis")).resolves.toBeDefined();
    });

    it("transforms, in a sentence", async () => {
        const transformed = planned(() => {
            pulumi.runtime.registerResourceTransform(() => undefined);
            group();
        });
        await expect(transformed).rejects.toThrow(/transforms/i);
    });

    it("a circle of dependencies, which would end the process as if all were well", () => {
        const program = `
            const pulumi = require("@pulumi/pulumi");
            const { ResourceGroup } = require("@pulumi/azure-native/resources");
            const { runProgram } = require(${JSON.stringify(join(ROOT, "cli/offline/run-program.ts"))});
            const oracle = { answer: ({ inputs }) => ({ id: "", outputs: inputs }), stackOutputs: () => undefined };
            const program = () => {
                const all = new pulumi.ComponentResource("proef:index:All", "all");
                const first = new ResourceGroup("first", {}, { dependsOn: [all] });
                new ResourceGroup("second", { tags: { after: first.id } }, { parent: all });
            };
            runProgram({ project: "proef", stack: "een", config: {}, preview: true, oracle, program })
                .catch((error) => { console.log(error.message); process.exitCode = 2; });
        `;
        const { status, stdout } = spawnSync(
            process.execPath,
            ["-r", "ts-node/register/transpile-only", "-e", program],
            {
                cwd: ROOT,
                encoding: "utf8",
                env: { ...process.env, TS_NODE_PROJECT: join(ROOT, "stacks/tsconfig.program.json") },
            },
        );
        expect({ status, stdout }).toEqual({ status: 2, stdout: expect.stringContaining("circle of dependencies") });
    });
});
