import { z } from "zod";
import { DATA_FILES } from "./data-files";
import { STACK_FILE } from "./schema";

/** A JSON Schema as an editor reads it: draft 7, of what stands in the file, before defaults. */
type JsonSchema = Readonly<Record<string, unknown>>;

const toJsonSchema = (title: string, schema: z.ZodType): JsonSchema => ({
    title,
    ...(z.toJSONSchema(schema, { target: "draft-7", io: "input" }) as JsonSchema),
});

/** The schema of `Pulumi.<environment>.yaml`. */
const settingsJsonSchema = (): JsonSchema => toJsonSchema("Settings of one environment", STACK_FILE);

/** The generated schemas by the name of their file in this folder. */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
    const data = Object.entries(DATA_FILES).map(([name, schema]) => [
        `${name}.schema.json`,
        toJsonSchema(`${name}.yaml of one environment`, schema),
    ]);
    return { "settings.schema.json": settingsJsonSchema(), ...Object.fromEntries(data) };
}
