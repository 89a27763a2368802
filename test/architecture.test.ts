import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");

/** Which folders a folder may import from, besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    infra: [],
    policies: [],
    arm: [],
    stacks: ["infra"],
    cli: ["stacks", "policies", "arm"],
    sandbox: ["arm"],
    scan: ["stacks"],
};

const sourcesIn = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".ts") && !path.includes("node_modules"))
        .map((path) => join(ROOT, folder, path));

const importsOf = (file: string): string[] =>
    [...readFileSync(file, "utf8").matchAll(/(?:from|require\()\s*"([^"]+)"/g)].map(([, target]) => target as string);

describe("the house", () => {
    it.each(Object.keys(ALLOWED))("lets %s import only what lies below it", (folder) => {
        const strays = sourcesIn(folder).flatMap((file) =>
            importsOf(file)
                .filter((target) => target.startsWith("."))
                .map((target) => relative(ROOT, resolve(dirname(file), target)).split("/")[0] as string)
                .filter((target) => target !== folder && !ALLOWED[folder]?.includes(target))
                .map((target) => `${relative(ROOT, file)} -> ${target}`),
        );
        expect(strays).toEqual([]);
    });

    it("imports azure-native by service: the whole package costs seconds and half a gigabyte", () => {
        const whole = Object.keys(ALLOWED)
            .flatMap(sourcesIn)
            .filter((file) => importsOf(file).includes("@pulumi/azure-native"));
        expect(whole).toEqual([]);
    });

    it("knows no environment in infra: environments differ by values only", () => {
        const names = /["'`](ontwikkeling|test|acceptatie|productie)["'`]/;
        const strays = sourcesIn("infra").filter((file) => names.test(readFileSync(file, "utf8")));
        expect(strays).toEqual([]);
    });

    it("keeps every file within 250 lines, tests within 300", () => {
        const long = [...Object.keys(ALLOWED), "test"]
            .flatMap(sourcesIn)
            .map((file) => ({ file: relative(ROOT, file), lines: readFileSync(file, "utf8").split("\n").length - 1 }))
            .filter(({ file, lines }) => lines > (file.startsWith("test") ? 300 : 250));
        expect(long).toEqual([]);
    });
});
