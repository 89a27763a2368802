import { sandboxFailover } from "../../../cli/commands/sandbox-failover";
import { WrongUse } from "../../../cli/wrong-use";
import { exportOf, NORTH, stateOf } from "../failover/states";
import { recordedIo } from "../recorded-io";

describe("otap sandbox failover", () => {
    /** A run against a sandbox whose stack is as given. */
    async function run(args: { to?: "primary" | "secondary"; json?: boolean } = {}, state = exportOf(stateOf())) {
        const io = recordedIo();
        const asked: (readonly string[])[] = [];
        let imported = "";
        const exitCode = await sandboxFailover({ environment: "test", ...args }, io, async (_, words, input = "") => {
            asked.push(words);
            imported += input;
            return words[0] === "export" ? state : words[0] === "fail-over" ? "1\n" : "";
        });
        return { exitCode, out: io.stdout(), asked, imported };
    }

    it("lets the region that stands by take over, then the state follows and the sandbox's setting", async () => {
        const { exitCode, asked, imported } = await run();
        expect(exitCode).toBe(0);
        expect(asked).toEqual([
            ["export", "test"],
            ["fail-over", "test", "--region", "northeurope"],
            ["import", "test", "--set", "figlo-advisor:sql.activeRegion=secondary"],
        ]);
        expect(imported).toContain(`${NORTH}/failoverGroups/fog`);
    });

    it("says what happened, and that the tracked settings are as they were", async () => {
        expect((await run()).out).toBe(
            "test: secondary (northeurope) writes now; 6 entries of the state follow\n" +
                "  in this sandbox figlo-advisor:sql.activeRegion is secondary; Pulumi.test.yaml is as it was\n",
        );
        expect(JSON.parse((await run({ json: true })).out)).toEqual({
            environment: "test",
            to: "secondary",
            region: "northeurope",
            groups: 1,
            entries: 6,
        });
    });

    it("goes where it is told: also where it is, as after a command that was cut off half-way", async () => {
        const { asked } = await run({ to: "primary" });
        expect(asked[1]).toEqual(["fail-over", "test", "--region", "westeurope"]);
    });

    it("changes nothing in Azure when the state cannot follow", async () => {
        const calls: string[] = [];
        const state = exportOf(stateOf().slice(0, 1));
        const refused = sandboxFailover({ environment: "test" }, recordedIo(), async (_, [verb = ""]) => {
            calls.push(verb);
            return state;
        });
        await expect(refused).rejects.toThrow(WrongUse);
        await expect(refused).rejects.toThrow("it holds no failover group; run otap sandbox up test first");
        expect(calls).toEqual(["export"]);
    });
});
