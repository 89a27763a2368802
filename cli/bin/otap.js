#!/usr/bin/env node

// The command `otap`. Its sources are TypeScript: they are bundled, not type-checked, into a cache beside the installed packages,
// and again whenever one of them changes.
const { statSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { dirname, join, resolve } = require("node:path");
const { tuneForShortRun } = require("./short-run");
require("./lazy-closures");
const { bundled } = require("./bundle");

const root = resolve(dirname(__filename), "../..");
tuneForShortRun(root);
start();

function start() {
    // Pulumi's SDK looks at this folder as soon as it is loaded, and fails without a word of explanation.
    if (!statSync(tmpdir(), { throwIfNoEntry: false })?.isDirectory()) {
        return refuse(
            `the folder for temporary files, '${tmpdir()}', does not exist; make it, or set TMPDIR to one that does`,
        );
    }
    let bundle;
    try {
        bundle = bundled(join(root, "cli/otap.ts"), root);
    } catch (error) {
        if (!error.__otapMistake) {
            throw error;
        }
        return refuse(error.message);
    }
    require(bundle).run(process.argv.slice(2), root);
}

function refuse(message) {
    console.error(message);
    process.exitCode = 2;
}
