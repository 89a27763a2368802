import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "./json-schemas";

// npx ts-node -T stacks/settings/write-schemas.ts
for (const [name, schema] of Object.entries(jsonSchemas())) {
    const file = join(__dirname, name);
    writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
    execFileSync(process.execPath, [require.resolve("@biomejs/biome/bin/biome"), "format", "--write", file]);
}
