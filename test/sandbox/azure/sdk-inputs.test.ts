import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RESOURCE_TYPES, resourceType } from "../../../arm/resource-types";
import { pathInputs } from "../../../sandbox/azure/create-only";
import { LOCATED, NOT_TOLD, REQUIRED, TOLD_OF_PATH } from "../../../sandbox/azure/sdk-inputs";

const SDK = dirname(require.resolve("@pulumi/azure-native/package.json"));

/** What the class of a type in azure-native's SDK does with its inputs, read from its source. */
function sdkClass(type: string) {
    const [, module = "", name = ""] = type.split(":");
    const index = readFileSync(join(SDK, module, "index.js"), "utf8");
    const file = new RegExp(`lazyLoad\\(exports, \\["${name}"\\], \\(\\) => require\\("\\./(\\w+)"\\)`).exec(
        index,
    )?.[1];
    const source = readFileSync(join(SDK, module, `${file}.js`), "utf8");
    const [, given = "", rest = ""] = source.split(/if \(!opts\.id\) \{|\n {8}else \{/);
    const all = (text: string) => [...text.matchAll(/resourceInputs\["(\w+)"\] = (.+);/g)];
    const read = all(rest.split("opts = pulumi")[0] ?? "").map(([, input]) => input ?? "");
    const inputs = all(given).flatMap(([, input, value]) => (value?.includes("/*out*/") ? [] : [input ?? ""]));
    const required = [...given.matchAll(/args\?\.(\w+) === undefined/g)].map(([, input]) => input ?? "");
    return { inputs, required, notTold: inputs.filter((input) => !read.includes(input)) };
}

describe.each(Object.keys(RESOURCE_TYPES).sort())("%s, compared with the SDK", (type) => {
    const { inputs, required, notTold } = sdkClass(type);
    const path = pathInputs(resourceType(type));

    it("demands the same inputs", () => {
        expect([...(REQUIRED[type] ?? [])].sort()).toEqual(required.filter((input) => !path.includes(input)).sort());
    });

    it("has a location of its own or not", () => {
        // A deployment in a resource group has the input and takes none.
        expect(LOCATED.has(type)).toBe(inputs.includes("location") && type !== "azure-native:resources:Deployment");
    });

    it("gives back the same inputs", () => {
        const kept = path.filter((input) => input === "name" || TOLD_OF_PATH[type]?.includes(input));
        const ours = [...path.filter((input) => !kept.includes(input)), ...(NOT_TOLD[type] ?? [])];
        // The ids of network resources are inputs without effect; of some settings Azure blanks what the classes still have.
        const theirs = notTold.filter((input) => input !== "id");
        expect(theirs.filter((input) => !ours.includes(input))).toEqual([]);
        expect(kept.filter((input) => notTold.includes(input))).toEqual([]);
    });
});
