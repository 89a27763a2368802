import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "../../..");

/** A project as ours is, with three resources: the street must work on any. */
const FILES: Readonly<Record<string, string>> = {
    "Pulumi.yaml": "name: tiny\nmain: stacks/\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
    "Pulumi.test.yaml": "config:\n  tiny:size: small\n  tiny:protect: false\n",
    "Pulumi.productie.yaml":
        "secretsprovider: azurekeyvault://real\nencryptedkey: cmVhbA==\nconfig:\n  tiny:size: large\n  tiny:protect: true\n",
    "stacks/package.json": "{}\n",
    "stacks/index.js": `const pulumi = require("@pulumi/pulumi");
const resources = require("@pulumi/azure-native/resources");
const random = require("@pulumi/random");
const config = new pulumi.Config();
if (config.get("size") === "wrong") {
    throw new pulumi.RunError("Pulumi.test.yaml has 1 mistake:\\n  - size: 'wrong' is no size");
}
const suffix = new random.RandomId("suffix", { byteLength: 2 });
const group = new resources.ResourceGroup("group", {
    resourceGroupName: "rg-tiny", tags: { size: config.require("size") },
}, { protect: config.requireBoolean("protect") });
new resources.ResourceGroup("other", { resourceGroupName: pulumi.interpolate\`rg-other-\${suffix.hex}\` }, { dependsOn: group });
`,
    "policies/PulumiPolicy.yaml": "runtime: nodejs\nmain: index.js\n",
    "policies/package.json": '{ "name": "tiny-policies", "version": "0.1.0" }\n',
    "policies/config/test.json": '{ "no-giants": { "forbidden": "giant" } }\n',
    "policies/index.js": `const { PolicyPack } = require("@pulumi/policy");
process.chdir(__dirname);
const tagged = (args, then) => args.type === "azure-native:resources:ResourceGroup" && then(args.props.tags ? args.props.tags.size : "");
new PolicyPack("tiny", { policies: [
    { name: "no-giants", description: "Giants are refused.", enforcementLevel: "mandatory",
      configSchema: { properties: { forbidden: { type: "string", default: "huge" } } },
      validateResource: (args, report) => tagged(args, (size) => size === args.getConfig().forbidden && report(\`the size is \${size}\`)) },
    { name: "say-size", description: "Groups say their size.", enforcementLevel: "advisory",
      validateResource: (args, report) => tagged(args, (size) => !size && report("there is no tag 'size'")) },
] });
`,
};

/** Makes the project in a folder of its own. */
export function tinyProject(): { readonly root: string; readonly remove: () => void } {
    const root = mkdtempSync(join(tmpdir(), "tiny-project-"));
    for (const [name, text] of Object.entries(FILES)) {
        mkdirSync(dirname(join(root, name)), { recursive: true });
        writeFileSync(join(root, name), text);
    }
    symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
    return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The files that a run must leave as they are. */
export const TRACKED = Object.keys(FILES);
