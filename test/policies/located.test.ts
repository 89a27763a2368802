import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ALLOWED_TYPES } from "../../policies/allowed-types";
import { LOCATED } from "../../policies/located";

const SDK = join(__dirname, "../../node_modules/@pulumi/azure-native");

/** They take one only outside resource groups, or with an identity. */
const SOMETIMES = ["azure-native:authorization:PolicyAssignment", "azure-native:resources:Deployment"];

function hasLocation(type: string): boolean {
    const [, module = "", className = ""] = type.split(":");
    const file = `${className.charAt(0).toLowerCase()}${className.slice(1)}.d.ts`.replace(/^iPv6/, "ipv6");
    const declared = readFileSync(join(SDK, module, file), "utf8");
    return /\n {4}location\??:/.test(declared.slice(declared.indexOf(`export interface ${className}Args`)));
}

it("are all allowed types of which azure-native takes a location", () => {
    const expected = [...ALLOWED_TYPES].filter((type) => hasLocation(type) && !SOMETIMES.includes(type));
    expect([...LOCATED].sort()).toEqual(expected.sort());
});
