#!/usr/bin/env node

// The command `otap`. Its sources are TypeScript: they are bundled, not type-checked, into a cache beside the installed packages,
// and again whenever one of them changes.
const { dirname, join, resolve } = require("node:path");
require("./lazy-closures");
const { bundled } = require("./bundle");

const root = resolve(dirname(__filename), "../..");
const { run } = require(bundled(join(root, "cli/otap.ts"), root));
run(process.argv.slice(2), root);
