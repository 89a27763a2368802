import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ResourceType } from "../../arm/resource-type";
import { RESOURCE_TYPES, resourceType, UnknownResourceType } from "../../arm/resource-types";

const AZURE_NATIVE = dirname(require.resolve("@pulumi/azure-native/package.json"));

/** The declaration of a class of azure-native, in which its API version and its inputs stand. */
function declaration(token: string): { text: string; inputs: readonly string[] } {
    const [, module = "", name = ""] = token.split(":");
    const folder = join(AZURE_NATIVE, module);
    const file = readdirSync(folder).find((one) => one.toLowerCase() === `${name.toLowerCase()}.d.ts`);
    const text = readFileSync(join(folder, file ?? "missing"), "utf8");
    const args = text.slice(text.indexOf(`export interface ${name}Args`));
    return { text, inputs: [...args.matchAll(/^ {4}(\w+)\??: /gm)].map(([, input]) => input ?? "") };
}

/** The inputs of which a row speaks at the first level. */
const inputsOf = (row: ResourceType): string[] => [
    ...row.names.flatMap((name) => (typeof name === "string" ? name : "input" in name ? name.input : [])),
    ...(row.top ?? []),
    ...Object.keys(row.nested ?? {}),
    ...(typeof row.scope === "object" ? [row.scope.input] : []),
    ...(row.properties === "input" ? ["properties"] : []),
    ...(row.scope === undefined ? ["resourceGroupName"] : []),
];

const ROWS = Object.entries(RESOURCE_TYPES);

describe("the table of resource types", () => {
    it.each(ROWS)("has the API version that azure-native's documentation gives: %s", (token, row) => {
        // Its own words for eligible rights link to the version in Azure's documentation.
        const stated = /Uses Azure REST API version (\S+?)\.\s|view=rest-authorization-(\S+?)\)/;
        const [, version, linked] = stated.exec(declaration(token).text) ?? [];
        expect(row.apiVersion).toBe(version ?? linked);
    });

    it.each(ROWS)("speaks of inputs that azure-native has: %s", (token, row) => {
        const { inputs } = declaration(token);
        expect(inputsOf(row).filter((input) => !inputs.includes(input))).toEqual([]);
    });

    it.each(ROWS)("keeps identity, kind and zones out of the properties: %s", (token, row) => {
        const special = declaration(token).inputs.filter((input) => ["identity", "kind", "zones"].includes(input));
        expect(special.filter((input) => !(row.top ?? []).includes(input))).toEqual([]);
    });

    it.each(ROWS)("has as many names as its type has kinds: %s", (_token, row) => {
        expect(row.names).toHaveLength(row.armType.split("/").length - 1);
    });

    it("names a type that it does not have, and where to add it", () => {
        expect(() => resourceType("azure-native:cdn:Profile")).toThrow(UnknownResourceType);
        expect(() => resourceType("azure-native:cdn:Profile")).toThrow(
            "'azure-native:cdn:Profile' has no row in the table of ARM resource types: add it to the file of its service in arm/services",
        );
    });

    it("does not take a property of every object for a row", () => {
        expect(() => resourceType("constructor")).toThrow(UnknownResourceType);
    });
});
