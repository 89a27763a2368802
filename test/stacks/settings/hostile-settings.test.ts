import fc from "fast-check";
import { DATA_FILE_NAMES, dataFromYaml } from "../../../stacks/settings/data-files";
import { parseSettings, settingsFromConfig, settingsFromYaml } from "../../../stacks/settings/settings";
import { SettingsError } from "../../../stacks/settings/settings-error";
import { changed, configOf, dataOf, textOf } from "./examples";

/** Passes when the call returns or refuses with sentences; fails for every other error and for a stack in the message. */
function refusesAtMost(call: () => unknown): void {
    try {
        call();
    } catch (error) {
        expect(error).toBeInstanceOf(SettingsError);
        expect((error as Error).message).not.toMatch(/^\s*at .*:\d+:\d+/m);
        expect((error as SettingsError).mistakes.length).toBeGreaterThan(0);
        expect(
            (error as SettingsError).mistakes.every(({ message }) => message !== "" && !message.includes("\n")),
        ).toBe(true);
    }
}

const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    withNullPrototype: true,
});
const config = configOf("productie");

/** Every place in the settings, so that each is replaced by something else some time. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
    const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return [path, ...inner.flatMap(([key, at]) => placesIn(at, [...path, Array.isArray(value) ? Number(key) : key]))];
}

describe("whatever stands in the files", () => {
    it("anything for the settings is answered with sentences", () => {
        fc.assert(fc.property(anything, (value) => refusesAtMost(() => parseSettings("Pulumi.test.yaml", value))));
    });

    it("anything in the place of one setting is answered with sentences", () => {
        const places = placesIn(config).filter((path) => path.length > 0);
        fc.assert(
            fc.property(fc.constantFrom(...places), anything, (path, value) =>
                refusesAtMost(() => parseSettings("Pulumi.productie.yaml", changed(config, path, value))),
            ),
            { numRuns: 500 },
        );
    });

    it("anything in the place of one value of a data file is answered with sentences", () => {
        for (const kind of DATA_FILE_NAMES) {
            const content = dataOf("productie", kind);
            const places = placesIn(content).filter((path) => path.length > 0);
            fc.assert(
                fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, value) =>
                    refusesAtMost(() => dataFromYaml(kind, "x.yaml", JSON.stringify(changed(content, path, value)))),
                ),
            );
        }
    });

    it("any text of the engine is answered with sentences", () => {
        const values = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...Object.keys(config))), fc.string());
        fc.assert(fc.property(values, (given) => refusesAtMost(() => settingsFromConfig("test", given))));
    });

    it("nesting without end is answered with sentences", () => {
        const deep = "[".repeat(100_000) + "]".repeat(100_000);
        refusesAtMost(() => settingsFromConfig("test", { "figlo-advisor:web": deep, "figlo-advisor:deep": deep }));
        const circle: Record<string, unknown> = {};
        circle["figlo-advisor:sql"] = circle;
        refusesAtMost(() => parseSettings("Pulumi.test.yaml", circle));
    });

    it("any text is answered with sentences", () => {
        const text = fc.oneof(
            fc.string({ unit: "binary" }),
            fc.stringMatching(/^[\w:\-\s[\]{}&*!|>'"%@`#,?~<.]{0,80}$/),
        );
        fc.assert(fc.property(text, (given) => refusesAtMost(() => settingsFromYaml("Pulumi.test.yaml", given))));
    });

    it("the real text with any piece replaced is answered with sentences", () => {
        const real = textOf("Pulumi.productie.yaml");
        const piece = fc.tuple(fc.nat(real.length), fc.nat(12), fc.string({ maxLength: 6 }));
        fc.assert(
            fc.property(piece, ([at, length, put]) => {
                const text = real.slice(0, at) + put + real.slice(at + length);
                refusesAtMost(() => settingsFromYaml("Pulumi.productie.yaml", text));
            }),
        );
    });
});
