const { join } = require("node:path");

const ROOT = join(__dirname, "..", "..");

// The engine starts the provider of dynamic resources as a process of its own, which knows no TypeScript.
require("ts-node").register({ cwd: ROOT, project: join(ROOT, "stacks/tsconfig.program.json") });

/** The provider that a module of this project exports. */
exports.loadProvider = (module) => require(join(ROOT, module)).provider;
