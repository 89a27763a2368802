// Started by `otap sandbox`. Its sources are TypeScript: they are bundled into the same cache as those of `otap`.
const { join, resolve } = require("node:path");
const { bundled } = require("../../cli/bin/bundle");

const root = resolve(__dirname, "../..");
const load = (entry) => require(bundled(join(root, entry), root));

// The played Azure is loaded when it is started: a status does not need it.
const startStandIn = (options) => load("sandbox/azure/start.ts").startStandIn(options);
load("sandbox/sandbox.ts").run(process.argv.slice(2), root, startStandIn);
