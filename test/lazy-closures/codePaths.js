// In place of the SDK's own module of this name: jest loads the SDK anew for each test file, and that module brings npm's tree
// reader, which only dynamic resources need.
exports.computeCodePaths = (...args) => require("@pulumi/pulumi/runtime/closure/codePaths").computeCodePaths(...args);
