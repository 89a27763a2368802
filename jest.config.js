/** Types are checked by `tsc` in the same `npm test`; the transform only removes them, so that a test starts in milliseconds. */
const project = {
    rootDir: __dirname,
    roots: ["<rootDir>/test"],
    testEnvironment: "<rootDir>/test/environment.js",
    // The SDK's store on the global object is read after a test file is done, and Jest would warn of that at each read.
    testEnvironmentOptions: { globalsCleanup: "off" },
    transform: {
        "^.+\\.ts$": [
            "@swc/jest",
            { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
        ],
    },
    moduleNameMapper: { "^\\./closure/(codePaths|serializeClosure)$": "<rootDir>/test/lazy-closures/$1.js" },
};

/** `npx jest --selectProjects unit` needs no engine and takes a fraction of the time. */
module.exports = {
    projects: [
        {
            ...project,
            displayName: "unit",
            testMatch: ["**/*.test.ts"],
            testPathIgnorePatterns: ["/node_modules/", "\\.engine\\.test\\.ts$"],
        },
        {
            ...project,
            displayName: "engine",
            testMatch: ["**/*.engine.test.ts"],
            globalSetup: "<rootDir>/test/sandbox/engine-setup.ts",
        },
    ],
    reporters: ["default", "<rootDir>/test/closing-line.js"],
    // Also on two cores: the test run has the machine to itself.
    maxWorkers: "100%",
    testTimeout: 60_000,
    // A worker that Microsoft's schemas or many programs have filled makes way for a fresh one.
    workerIdleMemoryLimit: "1GB",
};
