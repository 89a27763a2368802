// Started by `npm run scan`. Its sources are TypeScript: they are bundled into the same cache as those of `otap`.
const { join, resolve } = require("node:path");
const { bundled } = require("../../cli/bin/bundle");

const root = resolve(__dirname, "../..");
require(bundled(join(root, "scan/scan.ts"), root)).run(root);
