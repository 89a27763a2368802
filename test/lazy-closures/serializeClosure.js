// In place of the SDK's own module of this name: jest loads the SDK anew for each test file, and that module brings the TypeScript
// compiler, which only dynamic resources need.
const real = () => require("@pulumi/pulumi/runtime/closure/serializeClosure");
exports.serializeFunction = (...args) => real().serializeFunction(...args);
exports.serializeFunctionAsync = (...args) => real().serializeFunctionAsync(...args);
