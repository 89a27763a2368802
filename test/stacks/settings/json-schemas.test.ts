import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { DATA_FILE_NAMES } from "../../../stacks/settings/data-files";
import { ENVIRONMENTS, settingsFileOf } from "../../../stacks/settings/environments";
import { jsonSchemas } from "../../../stacks/settings/json-schemas";
import { dataFileOf } from "../../../stacks/settings/load-environment";
import { changed, ROOT, textOf } from "./examples";

const FILES = ENVIRONMENTS.flatMap((environment) => [
    [settingsFileOf(environment), "settings.schema.json"] as const,
    ...DATA_FILE_NAMES.map((kind) => [dataFileOf(environment, kind), `${kind}.schema.json`] as const),
]);

/** As an editor judges a file: formats are hints. */
const judge = (schema: string, content: unknown): boolean =>
    new Ajv({ strict: false, validateFormats: false }).validate(jsonSchemas()[schema] as object, content);

describe("the JSON schemas", () => {
    it.each(Object.keys(jsonSchemas()))(
        "%s is what the schema generates; else run: npx ts-node -T stacks/settings/write-schemas.ts",
        (name) => {
            const written = JSON.parse(readFileSync(join(ROOT, "stacks", "settings", name), "utf8"));
            expect(written).toEqual(jsonSchemas()[name]);
        },
    );

    it.each(FILES)("accept %s in the editor", (file, schema) => {
        expect(judge(schema, parse(textOf(file)))).toBe(true);
    });

    it("refuse an unknown key in the editor", () => {
        const file = parse(textOf("Pulumi.test.yaml")) as object;
        expect(judge("settings.schema.json", changed(file, ["config", "figlo-advisor:colour"], "red"))).toBe(false);
    });

    it("offer the regions and take any spelling", () => {
        const file = parse(textOf("Pulumi.test.yaml")) as object;
        expect(judge("settings.schema.json", changed(file, ["config", "azure-native:location"], "West Europe"))).toBe(
            true,
        );
        expect(JSON.stringify(jsonSchemas()["settings.schema.json"])).toContain('"enum":["austriaeast"');
    });
});
