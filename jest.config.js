/** Types are checked by `tsc` in the same `npm test`; the transform only removes them, so that a test starts in milliseconds. */
module.exports = {
    rootDir: __dirname,
    roots: ["<rootDir>/test"],
    testMatch: ["**/*.test.ts"],
    testEnvironment: "<rootDir>/test/environment.js",
    transform: {
        "^.+\\.ts$": [
            "@swc/jest",
            { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
        ],
    },
    moduleNameMapper: { "^\\./closure/(codePaths|serializeClosure)$": "<rootDir>/test/lazy-closures/$1.js" },
    reporters: ["default", "<rootDir>/test/closing-line.js"],
    // Also on two cores: the test run has the machine to itself.
    maxWorkers: "100%",
    testTimeout: 30_000,
};
