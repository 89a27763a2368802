import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REFUSALS } from "../../../../sandbox/azure/refusals";
import { SCHEMA_REFUSALS } from "../../../../sandbox/azure/refusals/schema";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const KIND = "Microsoft.ManagedIdentity/userAssignedIdentities";

/** As Microsoft writes it, and of one type only. */
const SCHEMA = {
    id: "https://schema.management.azure.com/schemas/2023-01-31/Microsoft.ManagedIdentity.json#",
    resourceDefinitions: {
        userAssignedIdentities: {
            type: "object",
            properties: {
                apiVersion: { type: "string", enum: ["2023-01-31"] },
                location: { type: "string" },
                name: { type: "string" },
                tags: {
                    type: "object",
                    properties: { cost: { type: "string", pattern: "^[0-9]+$" } },
                    additionalProperties: { type: "string" },
                },
                type: { type: "string", enum: [KIND] },
            },
            required: ["apiVersion", "location", "name", "type"],
        },
    },
};

const folder = mkdtempSync(join(tmpdir(), "arm-schemas-"));
const before = process.env.ARM_SCHEMAS;
for (const [path, content] of [
    ["common/definitions.json", { id: "https://schema.management.azure.com/schemas/common/definitions.json#" }],
    ["2023-01-31/Microsoft.ManagedIdentity.json", SCHEMA],
] as const) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
}
process.env.ARM_SCHEMAS = folder;

afterAll(() => {
    if (before === undefined) {
        delete process.env.ARM_SCHEMAS;
    } else {
        process.env.ARM_SCHEMAS = before;
    }
    rmSync(folder, { recursive: true });
});

const identity = (tags: unknown): Asked => ({
    method: "PUT",
    type: "managedidentity:UserAssignedIdentity",
    name: "back-end-identity",
    change: { tags },
});

describeRefusals(
    "Microsoft's schemas",
    SCHEMA_REFUSALS,
    {
        "body-against-schema": {
            refused: identity({ cost: "three" }),
            allowed: identity({ cost: "3" }),
            message: "tags.cost must match pattern",
        },
    },
    "test",
    REFUSALS,
);

describe("the played Azure without a folder of Microsoft's schemas", () => {
    it("judges no body", () => {
        const arm = {
            type: KIND,
            apiVersion: "2023-01-31",
            segments: ["id"],
            name: "id",
            scope: "resourceGroup",
            body: {},
        };
        const request = { method: "PUT", id: "/", arm, existing: undefined } as Parameters<
            (typeof SCHEMA_REFUSALS)[number]["judge"]
        >[0];
        delete process.env.ARM_SCHEMAS;
        expect(SCHEMA_REFUSALS[0]?.judge(request, undefined as never)).toBeUndefined();
    });
});
