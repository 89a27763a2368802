import { readReleases } from "../../../cli/releases/read-releases";
import { WrongUse } from "../../../cli/wrong-use";
import { digestOf, exportOf, historyOf } from "./street-copy";

const HISTORY = historyOf(
    "test",
    { version: "3.8.0", digest: digestOf("8"), deployed: "2026-10-02" },
    { version: "3.8.1", digest: digestOf("9"), deployed: "2026-10-22" },
);
const read = (value: unknown) => readReleases(value, "'state.json'");

describe("records in what the engine printed", () => {
    it("are found in an export, with the environment", () => {
        expect(read(exportOf("test", HISTORY))).toEqual({ environment: "test", history: HISTORY, doubts: [] });
    });

    it("are found in outputs, and in one output", () => {
        expect(read({ url: "https://advisor.figlo.example", releases: HISTORY })).toEqual({
            history: HISTORY,
            doubts: [],
        });
        expect(read(HISTORY)).toEqual({ history: HISTORY, doubts: [] });
    });

    it("are none of a stack that tells nothing yet", () => {
        expect(read({})).toEqual({ history: [], doubts: [] });
        expect(read({ version: 3, deployment: { manifest: {} } })).toEqual({ history: [], doubts: [] });
        expect(read({ version: 3, deployment: { resources: null } })).toEqual({ history: [], doubts: [] });
    });

    it("are in doubt where the output lags behind the record", () => {
        expect(read(exportOf("test", HISTORY, HISTORY.slice(0, 1))).doubts).toEqual([
            "has 2 records and tells 1 of them; run `pulumi up` again, which did not come to its end",
        ]);
        const { history, doubts } = read(exportOf("test", HISTORY, null));
        expect(history).toEqual(HISTORY);
        expect(doubts).toEqual([expect.stringContaining("has 2 records and tells 0 of them")]);
    });

    it("are in doubt where the output says something else", () => {
        expect(read(exportOf("test", HISTORY, HISTORY.slice(1))).doubts).toEqual([
            "tells other releases in its output 'releases' than its record holds; one of them was changed",
        ]);
    });

    it("are in doubt where there are two records, and not where one of them is to go", () => {
        const twice = exportOf("test", HISTORY) as { deployment: { resources: object[] } };
        const [stack, record] = twice.deployment.resources as [object, object];
        expect(read({ deployment: { resources: [stack, record, record] } }).doubts).toEqual([
            "has more than one release record in its state",
        ]);
        expect(read({ deployment: { resources: [stack, record, { ...record, delete: true }] } }).doubts).toEqual([]);
    });

    it.each([
        ["text", "hello", "holds 'hello', and no stack"],
        ["null", null, "holds null, and no stack"],
        ["some other object", { name: "x", version: "1" }, "has 'name', 'version', but no 'releases'"],
        ["releases that are no list", { releases: "3.8.1" }, "'state.json': releases holds no list of release records"],
        ["no deployment", { deployment: null }, "'state.json': deployment: expected an object"],
        ["resources that are no list", { deployment: { resources: {} } }, "deployment.resources: expected a list"],
        ["a resource that is none", { deployment: { resources: [1] } }, "deployment.resources[0]: expected an object"],
        [
            "no URN",
            { deployment: { resources: [{ type: "x" }] } },
            "holds no stack, not an environment of figlo-advisor",
        ],
        ["a stack of a further shard", exportOf("productie-klanten-02", []), "the stack 'productie-klanten-02'"],
        [
            "a stack of another project",
            { deployment: { resources: [{ urn: "urn:pulumi:test::shop::x:y:Z::z" }] } },
            "the stack 'test' of the project 'shop', not an environment of figlo-advisor",
        ],
        ["a record without history", exportOf("test", "none" as never), "the release record holds no list"],
    ])("are refused with %s", (_, value, said) => {
        expect(() => read(value)).toThrow(WrongUse);
        expect(() => read(value)).toThrow(said);
    });
});
