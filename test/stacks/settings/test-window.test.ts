import { parse } from "yaml";
import { declarations } from "../../../stacks/settings/declarations";
import { parseSettings } from "../../../stacks/settings/settings";
import { testWindowMistakes } from "../../../stacks/settings/test-window-mistakes";
import { street } from "../../street";
import { configOf, linesOf as mistakeLines, mistakesWith, textOf } from "./examples";

const FILES = { settings: "Pulumi.productie.yaml", access: "access.yaml" };
const { settings, data } = street().productie;
const tester = data.access.findIndex(({ role }) => role === "security-tester");

const declared = configOf("productie")["figlo-advisor:testWindow"] as Record<string, unknown>;
const mistakes = (changes: Record<string, unknown>) => mistakesWith("testWindow", { ...declared, ...changes });

const mistakesOf = (config: unknown) => mistakeLines(() => parseSettings("Pulumi.productie.yaml", config));

const linesOf = (...args: Parameters<typeof testWindowMistakes>) =>
    testWindowMistakes(...args).map(({ file, path, message }) => `${file} ${path}: ${message}`);

describe("testWindow", () => {
    it("may be left out", () => {
        expect(mistakesWith("testWindow", undefined)).toEqual([]);
    });

    it("may name no address, where testers need no more than visitors do", () => {
        expect(mistakes({ addresses: [] })).toEqual([]);
    });

    it("is shown in the README as productie declares it", () => {
        const [, example = ""] = /```\n(figlo-advisor:testWindow:\n[^`]*)```/.exec(textOf("README.md")) ?? [];
        expect(parse(example)).toEqual({ "figlo-advisor:testWindow": declared });
    });

    it("is open for 31 days at most", () => {
        expect(mistakes({ from: "2026-11-18" })).toEqual([]);
        expect(mistakes({ from: "2026-11-17" })).toEqual([
            "testWindow.until: a test window is open for 31 days at most; write 2026-12-17 or earlier",
        ]);
    });

    it("does not end before it begins", () => {
        expect(mistakes({ from: "2026-12-19" })).toEqual(["testWindow.until: ends before it begins, on 2026-12-19"]);
    });

    it.each([
        [
            "10.0.0.1",
            "'10.0.0.1' is private or reserved and never arrives here; name the public address behind which it stands",
        ],
        ["0.0.0.0", "0.0.0.0 admits all of Azure; name the addresses that need it"],
    ])("refuses the address %s", (address, message) => {
        expect(mistakes({ addresses: [{ name: "tester", start: address, end: address }] })).toEqual([
            `testWindow.addresses[0].start: ${message}`,
        ]);
    });

    it("takes no reason and no end for an address: they are those of the whole window", () => {
        const address = { name: "tester", start: "192.0.2.1", end: "192.0.2.1", until: "2026-12-01" };
        expect(mistakes({ addresses: [address] })).toEqual([expect.stringContaining("testWindow.addresses[0].until")]);
    });

    it("is declared to the policies with its end", () => {
        expect(declarations({ settings, data })[0]).toEqual({
            where: "testWindow",
            what: "the test window of Waterkant Security",
            until: "2026-12-18",
            measures: [3, 10],
        });
    });
});

describe("initiatives", () => {
    it("are none unless the settings ask", () => {
        expect(settings.initiatives).toEqual([]);
    });

    it("are asked for once each, by name", () => {
        expect(mistakesWith("initiatives", ["nl-bio", "eu-gdpr"])).toEqual([]);
        expect(mistakesWith("initiatives", ["nl-bio", "nl-bio"])).toEqual([
            "initiatives[1]: 'nl-bio' stands twice (first at 0); each initiative may stand once",
        ]);
        expect(mistakesWith("initiatives", ["bio"])).toHaveLength(1);
    });

    it("are the owner's of the subscription to ask for", () => {
        const config = { ...configOf("productie"), "figlo-advisor:initiatives": ["nl-bio"] };
        expect(mistakesOf({ ...config, "figlo-advisor:ownsSubscription": false })).toEqual([
            "initiatives: needs ownsSubscription: true; write them in the settings of the environment that owns the subscription",
        ]);
        expect(mistakesOf(config)).toEqual([]);
    });
});

describe("testWindowMistakes", () => {
    it("finds none in the four environments", () => {
        const all = Object.values(street());
        expect(all.flatMap((one) => testWindowMistakes(FILES, one.settings, one.data.access))).toEqual([]);
    });

    it("refuses a right of testers without a declared test", () => {
        expect(linesOf(FILES, { ...settings, testWindow: undefined }, data.access)).toEqual([
            `access.yaml access[${tester}]: a security test is not declared; add figlo-advisor:testWindow to Pulumi.productie.yaml, or remove the right`,
        ]);
    });

    it("refuses a window without a tester", () => {
        const others = data.access.filter(({ role }) => role !== "security-tester");
        expect(linesOf(FILES, settings, others)).toEqual([
            "Pulumi.productie.yaml testWindow: nobody tests: access.yaml has no security-tester; add one that ends on 2026-12-18, or remove the window",
        ]);
    });

    it.each(["2026-12-17", "2026-12-19"])("refuses a right that ends on %s, another day than the window", (until) => {
        const access = data.access.map((row, index) => (index === tester ? { ...row, until } : row));
        expect(linesOf(FILES, settings, access)).toEqual([
            `access.yaml access[${tester}].until: 'figlo-advisor-red-team' tests until ${until} and the window closes on 2026-12-18; a test has one end, so write the same day in both`,
        ]);
    });

    it("refuses a name that one of sql.firewall takes already, before the day on which both would stand there", () => {
        const [first] = settings.sql.firewall;
        const firewall = [{ ...(first as NonNullable<typeof first>), name: "security-test-waterkant-utrecht" }];
        expect(linesOf(FILES, { ...settings, sql: { ...settings.sql, firewall } }, data.access)).toEqual([
            "Pulumi.productie.yaml testWindow.addresses[0].name: the rule of it would be called 'security-test-waterkant-utrecht', as one of sql.firewall is; choose another name",
        ]);
    });

    it("asks nothing of an environment without either", () => {
        expect(linesOf(FILES, { ...settings, testWindow: undefined }, [])).toEqual([]);
    });
});
