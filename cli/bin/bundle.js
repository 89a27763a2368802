const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require("node:fs");
const { tmpdir, userInfo } = require("node:os");
const { basename, join, relative, resolve } = require("node:path");

/** Pulumi's packages hold state in module scope and load parts of themselves by path, so they are never copied into a bundle. */
const EXTERNAL = ["@pulumi/*", "esbuild", "typescript"];

/**
 * The path of a JavaScript bundle of a TypeScript entry point, made when it is missing or older than one of its sources. The
 * bundle's name contains the digest of what went in, so that two processes never write the same file.
 *
 * @param {string} entry absolute path of the entry point
 * @param {string} root the project's folder
 */
function bundled(entry, root) {
    const name = `${basename(entry, ".ts")}.json`;
    for (const cache of cachesOf(root)) {
        const manifest = readManifest(join(cache, name));
        if (manifest && isFresh(manifest, root, cache)) {
            return join(cache, manifest.file);
        }
    }
    return writable(cachesOf(root), (cache) => build(entry, root, cache, join(cache, name)));
}

/** Beside the packages; where those belong to somebody else, a folder of the user's own for this checkout. */
const cachesOf = (root) => [
    join(root, "node_modules/.cache/otap"),
    join(tmpdir(), `otap-${userInfo().uid}-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`),
];

function writable([first, ...others], write) {
    try {
        mkdirSync(first, { recursive: true, mode: 0o700 });
        return write(first);
    } catch (error) {
        if (others.length === 0 || !["EACCES", "EROFS", "EPERM"].includes(error.code)) {
            throw error;
        }
        return writable(others, write);
    }
}

function readManifest(path) {
    try {
        return JSON.parse(readFileSync(path, "utf8"));
    } catch {
        return undefined;
    }
}

const stampOf = (path) => {
    const { mtimeMs, size } = statSync(path);
    return `${mtimeMs}:${size}`;
};

function isFresh(manifest, root, cache) {
    try {
        statSync(join(cache, manifest.file));
        return Object.entries(manifest.inputs).every(([path, stamp]) => stampOf(join(root, path)) === stamp);
    } catch {
        return false;
    }
}

function build(entry, root, cache, manifestPath) {
    const { buildSync } = require("esbuild");
    const result = buildSync({
        absWorkingDir: root,
        entryPoints: [entry],
        bundle: true,
        external: EXTERNAL,
        platform: "node",
        target: "node20",
        sourcemap: "linked",
        metafile: true,
        write: false,
        outfile: join(cache, "bundle.js"),
        logLevel: "error",
    });
    const inputs = Object.keys(result.metafile.inputs).map((path) => relative(root, resolve(root, path)));
    const [map, code] = ["bundle.js.map", "bundle.js"].map((name) =>
        result.outputFiles.find((f) => f.path.endsWith(name)),
    );
    const file = `${basename(entry, ".ts")}-${createHash("sha256").update(code.contents).digest("hex").slice(0, 16)}.js`;
    replace(join(cache, `${file}.map`), map.contents);
    replace(join(cache, file), code.text.replace("bundle.js.map", `${file}.map`));
    const stamps = Object.fromEntries(inputs.map((path) => [path, stampOf(join(root, path))]));
    replace(manifestPath, JSON.stringify({ file, inputs: stamps }));
    return join(cache, file);
}

/** Another process may read the file at any moment: it sees the old one or the new one, never a part. */
function replace(path, contents) {
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, contents);
    renameSync(temporary, path);
}

module.exports = { bundled };
