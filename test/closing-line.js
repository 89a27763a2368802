/** Ends a run with one plain line that any reader of logs understands; it comes after Jest's own summary. */
module.exports = class {
    onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
        const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : "";
        const line = `Tests: ${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed${skipped}\n`;
        process.once("exit", () => process.stdout.write(line));
    }
};
