import { UNKNOWN } from "../../../arm/wire-form";
import { RandomProvider } from "../../../sandbox/azure/random-provider";

const random = new RandomProvider();
const target = (type: string) => ({ session: "s", urn: `urn:pulumi:s::p::${type}::it`, type, name: "it" });
const token = (kind: string) => `random:index/${kind[0]?.toLowerCase()}${kind.slice(1)}:${kind}`;
const create = (kind: string, inputs: Record<string, unknown>, preview = false) =>
    random.create({ ...target(token(kind)), inputs, preview });

describe("the random provider", () => {
    it("makes a text of the length and the characters that are asked for", async () => {
        const inputs = { length: 6, special: false, upper: false };
        const { id, outputs } = await create("RandomString", inputs);
        expect(outputs).toMatchObject({ ...inputs, lower: true, numeric: true, result: id });
        expect(id).toMatch(/^[a-z0-9]{6}$/);
    });

    it("makes another text each time", async () => {
        const made = await Promise.all(Array.from({ length: 50 }, () => create("RandomString", { length: 12 })));
        expect(new Set(made.map(({ id }) => id)).size).toBe(50);
    });

    it("takes at least so many characters of a kind", async () => {
        const { outputs } = await create("RandomString", {
            length: 6,
            minNumeric: 2,
            minUpper: 2,
            minSpecial: 2,
            overrideSpecial: "#",
        });
        expect([...String(outputs.result)].sort().join("")).toMatch(/^##\d\d[A-Z]{2}$/);
    });

    it("shows its inputs in a preview, and no result", async () => {
        const { id, outputs } = await create("RandomString", { length: UNKNOWN }, true);
        expect(id).toBe("");
        expect(outputs).not.toHaveProperty("result");
    });

    it("tells the engine that a password is a secret", async () => {
        const { id, outputs } = await create("RandomPassword", { length: 20 });
        expect(id).toBe("none");
        expect(outputs.result).toMatchObject({
            "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
            value: expect.stringMatching(/^.{20}$/),
        });
    });

    it("gives the bytes of an id in all their forms", async () => {
        const { id, outputs } = await create("RandomId", { byteLength: 4, prefix: "p-" });
        const bytes = Buffer.from(id, "base64url");
        expect(bytes).toHaveLength(4);
        expect(outputs).toMatchObject({
            b64Std: `p-${bytes.toString("base64")}`,
            b64Url: `p-${id}`,
            dec: `p-${bytes.readUInt32BE()}`,
            hex: `p-${bytes.toString("hex")}`,
        });
    });

    it("makes GUIDs and whole numbers", async () => {
        const { outputs } = await create("RandomUuid", {});
        expect(outputs.result).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect((await create("RandomInteger", { min: 3, max: 3 })).outputs.result).toBe(3);
    });

    it("makes bytes, which are a secret, in both their forms", async () => {
        const { outputs } = await create("RandomBytes", { length: 8 });
        const { base64, hex } = outputs as Record<"base64" | "hex", { value: string }>;
        expect(Buffer.from(hex.value, "hex")).toHaveLength(8);
        expect(Buffer.from(base64.value, "base64").toString("hex")).toBe(hex.value);
    });

    it.each([
        [{}, /^[a-z]+-[a-z]+$/],
        [{ length: 1 }, /^[a-z]+$/],
        [{ length: 3, separator: "_", prefix: "p" }, /^p(_[a-z]+){3}$/],
    ])("names a pet by %j", async (inputs, name) => {
        const { id, outputs } = await create("RandomPet", inputs);
        expect(id).toMatch(name);
        expect(outputs).toEqual({ length: 2, separator: "-", ...inputs });
    });

    it("shuffles a list, and goes through it again where more is asked than it has", async () => {
        const results = async (more: object): Promise<string[]> =>
            (await create("RandomShuffle", { inputs: ["a", "b", "c"], ...more })).outputs.results as string[];
        expect((await results({})).sort()).toEqual(["a", "b", "c"]);
        expect(await results({ resultCount: 2 })).toHaveLength(2);
        expect((await results({ resultCount: 6 })).sort()).toEqual(["a", "a", "b", "b", "c", "c"]);
        expect(await results({ inputs: [], resultCount: 2 })).toEqual([]);
    });

    it("stays as it is, whatever is read or deleted", async () => {
        const { id, outputs } = await create("RandomString", { length: 6 });
        const inputs = { length: 6 };
        expect(await random.read({ ...target(token("RandomString")), id, inputs, outputs })).toEqual({
            id,
            inputs,
            outputs,
        });
    });

    it("is replaced when an input changes, and made first", async () => {
        const answer = await random.diff({
            ...target(token("RandomString")),
            oldInputs: { length: 6 },
            news: { length: 7 },
        });
        expect(answer).toMatchObject({ replaces: ["length"], deleteBeforeReplace: false });
    });

    it("refuses a type that it does not know, and tells which it does", async () => {
        const { failures } = await random.check({
            ...target(token("RandomFish")),
            news: {},
            olds: undefined,
            seed: new Uint8Array(),
        });
        expect(failures.map(({ reason }) => reason)).toEqual([
            "the sandbox does not know 'random:index/randomFish:RandomFish'; of random it knows RandomBytes, RandomId, RandomInteger, RandomPassword, RandomPet, RandomShuffle, RandomString, RandomUuid",
        ]);
    });
});
