const Module = require("node:module");
const { join } = require("node:path");
const v8 = require("node:v8");

/**
 * Tunes Node for a command that is over in a second or two. What it compiles it keeps beside the packages for the next time (from Node 22.1 on;
 * where nothing can be written there, nothing is kept). Node 20 cannot, and optimises whatever is called some hundred times, which takes a third of
 * a preview's time and is never paid back: there a function has to run longer first, so that large plans are still optimised.
 */
function tuneForShortRun(root) {
    if (Module.enableCompileCache !== undefined) {
        Module.enableCompileCache(join(root, "node_modules/.cache/otap/compiled"));
    } else if (process.versions.node.startsWith("20.")) {
        // By default 67584; later versions of V8 have no such option.
        v8.setFlagsFromString("--interrupt-budget=500000");
    }
}

module.exports = { tuneForShortRun };
