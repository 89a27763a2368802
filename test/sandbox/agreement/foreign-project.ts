import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { previewAnswer } from "../../../cli/offline/monitor";
import { runProgram } from "../../../cli/offline/run-program";
import { planOf } from "../../../cli/plan/from-registration";
import type { EnvironmentPlan } from "../../../cli/plan/plan";
import { ROOT } from "../../street";
import { agreed, type Plan } from "./engine-plan";

/** A program that is not ours, from the folder `programs`. */
export interface ForeignProgram {
    readonly name: string;
    /** The stacks in the order in which they come up; the last is the one that is compared. */
    readonly stacks: readonly string[];
    readonly config?: Readonly<Record<string, string>>;
}

/** A Pulumi project of its own in which the program lies, with our dependencies and our policy pack. */
export function foreignProject({ name, stacks, config = {} }: ForeignProgram) {
    const root = mkdtempSync(join(tmpdir(), `${name}-`));
    const write = (file: string, content: object) => void writeFileSync(join(root, file), stringify(content));
    write("Pulumi.yaml", { name, runtime: "nodejs", main: "index.ts" });
    stacks.forEach((stack) => {
        write(`Pulumi.${stack}.yaml`, { config });
    });
    writeFileSync(join(root, "package.json"), "{}\n");
    writeFileSync(
        join(root, "tsconfig.json"),
        JSON.stringify({
            extends: join(ROOT, "tsconfig.json"),
            compilerOptions: { rootDir: "/", noCheck: true, noEmit: false },
        }),
    );
    writeFileSync(join(root, "index.ts"), `module.exports = require(${JSON.stringify(programFile(name))});\n`);
    ["node_modules", "policies"].forEach((folder) => void symlinkSync(join(ROOT, folder), join(root, folder)));
    return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

const programFile = (name: string): string => join(__dirname, "programs", `${name}.ts`);

/** The same by the offline preview: each stack in turn, with the outputs of those before it. */
export async function offlinePlan({ name, stacks, config = {} }: ForeignProgram): Promise<Plan> {
    const outputs = new Map<string, Readonly<Record<string, unknown>>>();
    let plan: EnvironmentPlan | undefined;
    for (const stack of stacks) {
        const run = await runProgram({
            project: name,
            stack,
            config,
            preview: true,
            oracle: { answer: previewAnswer, stackOutputs: (other) => outputs.get(other) },
            program: () => runModule(name),
        });
        outputs.set(stack, run.outputs);
        plan = planOf(run.registrations, run.outputs);
    }
    return agreed(plan as EnvironmentPlan, "productie");
}

/** A program is what its module does: it must be run anew each time. */
function runModule(name: string): unknown {
    const file = require.resolve(programFile(name));
    let program: unknown;
    jest.isolateModules(() => {
        // The SDK keeps what it knows in modules: the program must see ours.
        const shared = ["@pulumi/pulumi"];
        shared.forEach((module) => void jest.doMock(module, () => jest.requireActual(module)));
        program = require(file);
    });
    return typeof program === "function" ? program() : program;
}
