// Installs the packages of the lock file when they are missing or older than it. Needs nothing but Node and npm.
const { spawnSync } = require("node:child_process");
const { existsSync, statSync } = require("node:fs");
const { join, resolve } = require("node:path");

const root = resolve(__dirname, "../..");
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old; install Node 20.19 or later`);
    process.exit(2);
}

/** npm writes this file when it has finished, so its age is the age of the whole installation. */
const installed = join(root, "node_modules/.package-lock.json");
const lock = join(root, "package-lock.json");

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    console.error("Installing the packages of package-lock.json (about half a minute, once) …");
    const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
        cwd: root,
        stdio: ["ignore", 2, 2],
        shell: process.platform === "win32",
    });
    process.exit(status ?? 1);
}
