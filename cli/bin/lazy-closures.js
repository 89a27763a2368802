const Module = require("node:module");

/**
 * Parts of Pulumi's SDK that turn functions into text, for dynamic resources. Loading them brings the TypeScript compiler and npm's
 * tree reader, half of the SDK's loading time, and most previews never call them: they are loaded when they are called.
 */
const LAZY = {
    "./closure/codePaths": ["computeCodePaths"],
    "./closure/serializeClosure": ["serializeFunction", "serializeFunctionAsync"],
};

const load = Module._load;

Module._load = function (request, parent, isMain) {
    const names = parent?.filename?.includes("@pulumi") ? LAZY[request] : undefined;
    if (names === undefined) {
        return load.call(this, request, parent, isMain);
    }
    const real = () => load.call(this, request, parent, isMain);
    return Object.fromEntries(names.map((name) => [name, (...args) => real()[name](...args)]));
};
