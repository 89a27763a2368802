import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FailoverCommandArgs, failover } from "../../../cli/commands/failover";
import { WrongUse } from "../../../cli/wrong-use";
import { ROOT } from "../../street";
import { exportOf, GROUP, NORTH, stateOf } from "../failover/states";
import { recordedIo } from "../recorded-io";

const SETTINGS = "Pulumi.test.yaml";

describe("otap failover", () => {
    let root: string;
    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "failover-"));
        cpSync(join(ROOT, SETTINGS), join(root, SETTINGS));
        cpSync(join(ROOT, "stacks/data/test"), join(root, "stacks/data/test"), { recursive: true });
    });
    afterEach(() => rmSync(root, { recursive: true, force: true }));

    const settings = () => readFileSync(join(root, SETTINGS), "utf8");

    async function run(state: string, changes: Partial<FailoverCommandArgs> = {}) {
        const io = recordedIo({
            root,
            input: async function* () {
                yield Buffer.from(state);
            },
        });
        const args = { environment: "test", to: "secondary", state: "-", ...changes } as const;
        return { exitCode: await failover(args, io), out: io.stdout(), err: io.stderr() };
    }

    it("prints the state that follows, and nothing else there; all else of it is as it was", async () => {
        const { exitCode, out } = await run(exportOf(stateOf(), { metadata: {} }));
        expect(exitCode).toBe(0);
        const { version, deployment } = JSON.parse(out);
        expect([version, Object.keys(deployment)]).toEqual([3, ["manifest", "resources", "metadata"]]);
        expect(deployment.resources).toHaveLength(stateOf().length);
        const group = deployment.resources.find(({ type }: { type: string }) => type === GROUP);
        expect(group.id).toBe(`${NORTH}/failoverGroups/fog`);
    });

    it("sets the active region, and tells what it did and what comes next", async () => {
        const out = join(root, "after.json");
        const { err, out: printed } = await run(exportOf(stateOf()), { out });
        expect(printed).toBe("");
        expect(settings()).toContain("activeRegion: secondary\n");
        expect(err).toBe(
            [
                "test: fog is on sql-north now",
                "6 entries of the state follow, among them 2 databases",
                "Pulumi.test.yaml now says sql.activeRegion: secondary; commit it",
                `next: pulumi stack import --stack test --file ${out}`,
                "beside is on sql-west, which holds copies only now, and in no failover group: look what is in it, delete it there, " +
                    "and after the import run `pulumi refresh` and `pulumi up`, which makes it where it belongs",
                "",
            ].join("\n"),
        );
        expect(JSON.parse(readFileSync(out, "utf8"))).toHaveProperty("deployment");
    });

    it("changes nothing where all of it is so already, and hands the state on as it was given", async () => {
        const [state, before] = [exportOf(stateOf()), settings()];
        expect(await run(state, { to: "primary" })).toEqual({
            exitCode: 0,
            out: state,
            err:
                "test already knows its failover group on the primary server: its state is unchanged\n" +
                "Pulumi.test.yaml already says sql.activeRegion: primary\n",
        });
        expect(settings()).toBe(before);
    });

    it.each([
        ["what is no export", "{}", "has no 'deployment'; give what `pulumi stack export` prints"],
        ["what was cut off", exportOf(stateOf()).slice(0, 300), "ends in the middle"],
        ["nothing", "", "is empty; what makes it may have failed"],
        ["a stack without resources", exportOf([]), "holds no resources of a stack; export that of test"],
        [
            "another environment's stack",
            exportOf(stateOf("productie")),
            "is of the stack 'productie of figlo-advisor'; export the one of test, of figlo-advisor",
        ],
        [
            "an unfinished operation",
            exportOf(stateOf(), { pending_operations: [{}] }),
            "has 1 operation that did not come to an end; run `pulumi refresh --stack test`, and export again",
        ],
        [
            "a state without a group",
            exportOf(stateOf().filter(({ type }) => type !== GROUP)),
            "it holds no failover group; nothing was written",
        ],
    ])("refuses %s with a sentence, and writes nothing", async (_, state, sentence) => {
        const before = settings();
        const out = join(root, "after.json");
        const refused = run(state, { out });
        await expect(refused).rejects.toThrow(WrongUse);
        await expect(refused).rejects.toThrow(sentence);
        expect([settings(), existsSync(out)]).toEqual([before, false]);
    });

    it("keeps the state before: --out is another file", async () => {
        const file = join(root, "state.json");
        writeFileSync(file, exportOf(stateOf()));
        await expect(run("", { state: file, out: file })).rejects.toThrow(
            "give another, so that the state before is kept",
        );
        expect(readFileSync(file, "utf8")).toBe(exportOf(stateOf()));
    });

    it("leaves the settings as they are where the state cannot be written", async () => {
        const before = settings();
        await expect(run(exportOf(stateOf()), { out: join(root, "no/such/folder.json") })).rejects.toThrow(
            "cannot be written",
        );
        expect(settings()).toBe(before);
    });
});
