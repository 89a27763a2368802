const { join } = require("node:path");
const { TestEnvironment } = require("jest-environment-node");
const { tuneForShortRun } = require("../cli/bin/short-run");

// Jest loads everything anew for each test file, and what is optimised for one is no use for the next.
tuneForShortRun(join(__dirname, ".."));

/**
 * Jest gives tests a copy of `process` that hears no events. A Pulumi program that fails inside an `apply` shows it only as an
 * unhandled rejection, so tests of programs need the real one.
 */
module.exports = class extends TestEnvironment {
    async setup() {
        await super.setup();
        this.global.process = process;
        // The SDK listens for the exit once in each test file.
        process.setMaxListeners(0);
    }
};
