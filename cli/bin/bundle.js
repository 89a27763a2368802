const { createHash } = require("node:crypto");
const { lstatSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require("node:fs");
const { tmpdir, userInfo } = require("node:os");
const { basename, join, relative, resolve } = require("node:path");

/**
 * Pulumi's packages hold state in module scope and load parts of themselves by path, as sql.js does, so they are never copied into a bundle. Nor
 * are those that a sandbox loads only when it needs them.
 */
const EXTERNAL = ["@pulumi/*", "esbuild", "selfsigned", "sql.js", "tedious", "typescript"];

/**
 * The path of a JavaScript bundle of a TypeScript entry point, made when it is missing or older than one of its sources. The
 * bundle's name contains the digest of what went in, so that two processes never write the same file.
 *
 * @param {string} entry absolute path of the entry point
 * @param {string} root the project's folder
 * @throws an error with `__otapMistake` when no cache can be written: what a user has to mend
 */
function bundled(entry, root) {
    const name = `${basename(entry, ".ts")}.json`;
    for (const cache of cachesOf(root).filter((cache) => isTrusted(cache, root))) {
        const manifest = readManifest(join(cache, name));
        if (manifest && isFresh(manifest, root, cache)) {
            return join(cache, manifest.file);
        }
    }
    return writable(cachesOf(root), root, (cache) => build(entry, root, cache, join(cache, name)));
}

/** Beside the packages; where those belong to somebody else, a folder of the user's own for this checkout. */
const cachesOf = (root) => [
    join(root, "node_modules/.cache/otap"),
    join(tmpdir(), `otap-${userInfo().uid}-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`),
];

/** True for a folder in the checkout. Outside, where everybody may write, somebody else could have put a program of theirs. */
function isTrusted(cache, root) {
    if (isInside(cache, root)) {
        return true;
    }
    try {
        const status = lstatSync(cache);
        const mine = userInfo().uid;
        return status.isDirectory() && (mine === -1 || (status.uid === mine && (status.mode & 0o022) === 0));
    } catch {
        return false;
    }
}

const isInside = (cache, root) => !relative(root, cache).startsWith("..");

function writable([first, ...others], root, write, refusals = []) {
    try {
        mkdirSync(first, { recursive: true, mode: 0o700 });
        if (!isTrusted(first, root)) {
            throw Object.assign(new Error(`'${first}' belongs to somebody else`), { code: "EPERM" });
        }
        return write(first);
    } catch (error) {
        if (!["EACCES", "EROFS", "EPERM", "ENOENT", "ENOTDIR", "EEXIST", "ENOSPC", "EDQUOT"].includes(error.code)) {
            throw error;
        }
        const all = [...refusals, error.message];
        if (others.length > 0) {
            return writable(others, root, write, all);
        }
        const message = `the command cannot be made ready, no folder can be written:\n  ${all.join("\n  ")}`;
        throw Object.assign(new Error(message), { __otapMistake: true });
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

/** Outside the checkout no package would be found. Inside, no path may stand in the bundle: the checkout can be moved. */
const resolveFrom = (root, cache) =>
    isInside(cache, root)
        ? ""
        : `require = require("node:module").createRequire(${JSON.stringify(join(root, "package.json"))});`;

function build(entry, root, cache, manifestPath) {
    const { buildSync } = require("esbuild");
    const result = buildSync({
        absWorkingDir: root,
        entryPoints: [entry],
        bundle: true,
        external: EXTERNAL,
        banner: { js: resolveFrom(root, cache) },
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
