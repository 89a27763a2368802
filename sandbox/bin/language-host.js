// Started by an engine that was built here: its language host for Node.
const { join, resolve } = require("node:path");
const { bundled } = require("../../cli/bin/bundle");

const root = resolve(__dirname, "../..");
require(bundled(join(root, "sandbox/engine/language-host.ts"), root)).serve(process.argv.slice(2), root);
