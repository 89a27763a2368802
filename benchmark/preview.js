// How long `otap preview` takes for the four environments, as a multiple of the time that node needs to load the same azure-native
// modules and nothing else. Both run in turn in this one run, so that the machine's mood weighs on both.
const { spawnSync } = require("node:child_process");
const { readdirSync, readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");

const ROOT = resolve(__dirname, "..");
const RUNS = 7;
const MOST_TIMES = 3;
const MOST_MEGABYTES = 500;

const sources = ["infra", "stacks"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".ts"))
        .map((path) => readFileSync(join(ROOT, folder, path), "utf8")),
);
const modules = new Set(sources.flatMap((text) => text.match(/@pulumi\/azure-native\/(?!types)[a-z]+(?=")/g) ?? []));

const LOAD = [...modules].map((name) => `require("${name}");`).join("");
const MEMORY = ["-r", join(__dirname, "memory.js")];

function run(args) {
    const started = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    if (status !== 0) {
        throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
    }
    return { seconds, megabytes: Number(/MEGABYTES ([\d.]+)/.exec(stderr)?.[1]) };
}

const load = () => run([...MEMORY, "-e", LOAD]);
const preview = () => run([...MEMORY, "cli/bin/otap.js", "preview"]);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

preview();
load();
const pairs = Array.from({ length: RUNS }, () => ({ load: load(), preview: preview() }));
const ratio = median(pairs.map((pair) => pair.preview.seconds / pair.load.seconds));
const megabytes = Math.max(...pairs.map((pair) => pair.preview.megabytes));

console.log(`${modules.size} azure-native modules, ${RUNS} runs of each, in turn`);
console.log(`loading the modules   ${median(pairs.map((pair) => pair.load.seconds)).toFixed(2)} s (median)`);
console.log(`otap preview          ${median(pairs.map((pair) => pair.preview.seconds)).toFixed(2)} s (median)`);
console.log(`ratio                 ${ratio.toFixed(2)} (median of pairs; at most ${MOST_TIMES})`);
console.log(`memory                ${megabytes.toFixed(0)} MB at most (under ${MOST_MEGABYTES})`);
process.exitCode = ratio <= MOST_TIMES && megabytes < MOST_MEGABYTES ? 0 : 1;
