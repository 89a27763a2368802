import { describeWithEngine } from "../with-engine";
import { engineSide } from "./engine-plan";
import { type ForeignProgram, foreignProject, offlinePlan } from "./foreign-project";

const SUBSCRIPTION = { "azure-native:subscriptionId": "6f1d9a0e-4b52-4c1e-8d3a-2f7b1c9e5a40" };

const PROGRAMS: readonly ForeignProgram[] = [
    { name: "unknowns", stacks: ["proef"] },
    { name: "secrets", stacks: ["proef"], config: { "secrets:login": "operator" } },
    { name: "components", stacks: ["proef"] },
    { name: "options", stacks: ["proef"] },
    {
        name: "references",
        stacks: ["base", "shop"],
        config: SUBSCRIPTION,
    },
    { name: "careless", stacks: ["proef"] },
    { name: "inside", stacks: ["proef"], config: { ...SUBSCRIPTION, "azure-native:location": "westeurope" } },
    { name: "reads", stacks: ["base", "shop"], config: SUBSCRIPTION },
];

describeWithEngine("the offline preview and the real engine, on programs that are not ours", (engine) => {
    it.each(PROGRAMS)("agree on $name", async (program) => {
        const { root, remove } = foreignProject(program);
        const real = await engineSide(engine, root);
        try {
            const earlier = program.stacks.slice(0, -1);
            for (const stack of earlier) {
                expect(await real.up(stack)).toMatchObject({ diagnostics: [], exitCode: 0 });
            }
            const plan = await real.plan(program.stacks.at(-1) as string);
            expect(plan.resources.length).toBeGreaterThan(1);
            expect(plan).toEqual(await offlinePlan(program));
        } finally {
            await real.stop();
            remove();
        }
    });
});
