import * as resources from "@pulumi/azure-native/resources";
import { runProgram } from "../../../cli/offline/run-program";
import { everythingMade } from "../../../stacks/promotion/everything-made";
import { planned } from "../../planned";

const group = (name: string) => new resources.ResourceGroup(name, { location: "westeurope" });

describe("everything that was made", () => {
    it("is waited for, so that the next resource comes last without naming the others", async () => {
        const { resources: made } = await planned(async () => {
            const all = everythingMade();
            group("one");
            group("two");
            await all();
            group("last");
        });
        const groups = made.filter(({ type }) => type.endsWith("ResourceGroup"));
        expect(groups.map(({ name }) => name).at(-1)).toBe("last");
        expect(groups.at(-1)?.dependencies).toEqual([]);
    });

    /** A deployment in which the engine gives back what is given for each resource. */
    const deployment = (lacking: readonly string[]) =>
        runProgram({
            project: "figlo-advisor",
            stack: "proef",
            config: {},
            preview: false,
            oracle: {
                answer: ({ name, inputs }) => ({
                    id: lacking.includes(name) ? "" : `id-of-${name}`,
                    outputs: inputs,
                }),
                stackOutputs: () => undefined,
            },
            program: async () => {
                const all = everythingMade();
                for (const name of ["one", "two", "three", "four", "five", "six", "seven"]) {
                    group(name);
                }
                await all();
            },
        });

    it("fails where the engine went on past something that was not made, and names it", async () => {
        await expect(deployment(["two"])).rejects.toThrow(
            "not made as declared: two; so no release is recorded, and the stack's outputs stay as they were",
        );
        await expect(deployment(["one", "two", "three", "four", "five", "six"])).rejects.toThrow(
            "not made as declared: one, two, three, four, five and 1 more;",
        );
    });

    it("passes when all of it was made", async () => {
        expect((await deployment([])).registrations.filter(({ name }) => name === "seven")).toHaveLength(1);
    });
});
