// How long the policy pack takes to judge 2,000 resources, as a part of the time that Checkov takes for the same ones as templates; and how
// much more work one resource is among 20,000. Pack and Checkov run in turn in this one run, so that the machine's mood weighs on both.
const { spawnSync } = require("node:child_process");
const { mkdtempSync, rmSync } = require("node:fs");
const { homedir, tmpdir } = require("node:os");
const { join, resolve } = require("node:path");
require("../cli/bin/lazy-closures");
const { bundled } = require("../cli/bin/bundle");

const ROOT = resolve(__dirname, "..");
const SIZES = [2_000, 20_000];
const RUNS = 3;
const MOST_OF_CHECKOV = 0.1;
const MOST_GROWTH = 1.3;

const load = (entry) => require(bundled(join(ROOT, entry), ROOT));
const subject = load("benchmark/pack-subject.ts");
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const [task, given] = process.argv.slice(2);
if (task === "judge") {
    process.stdout.write(String(subject.judgeOnce(given, SIZES[0])));
} else {
    const folder = mkdtempSync(join(tmpdir(), "otap-benchmark-"));
    measure(folder).finally(() => rmSync(folder, { recursive: true }));
}

async function measure(folder) {
    const environment = { root: ROOT, home: homedir(), environment: process.env, progress: console.log };
    const python = load("benchmark/checkov.ts").checkovPython(environment);
    await subject.prepare(ROOT, folder, SIZES, new Date().toISOString().slice(0, 10));
    const pairs = Array.from({ length: RUNS }, () => ({ pack: pack(folder), checkov: checkov(python, folder) }));
    const ratio = median(pairs.map((pair) => pair.pack.seconds / pair.checkov.seconds));
    const growth = median(subject.growth(folder, SIZES, RUNS));
    const shown = (of) => `${median(pairs.map(of)).toFixed(2)} s (median)`;

    console.log(`${pairs[0].checkov.resources} resources, ${RUNS} runs of each, in turn`);
    console.log(`Checkov               ${shown((pair) => pair.checkov.seconds)}`);
    console.log(`policy pack           ${shown((pair) => pair.pack.seconds)}`);
    console.log(`the pack's process    ${shown((pair) => pair.pack.process)}`);
    console.log(
        `ratio                 ${ratio.toFixed(3)} (pack and Checkov, median of pairs; at most ${MOST_OF_CHECKOV})`,
    );
    console.log(
        `growth                ${growth.toFixed(2)} (work for one of ${SIZES[1]} and of ${SIZES[0]}; at most ${MOST_GROWTH})`,
    );
    process.exitCode = ratio <= MOST_OF_CHECKOV && growth <= MOST_GROWTH ? 0 : 1;
}

/** A process of its own: the pack is as cold as in a command. */
function pack(folder) {
    const { result, seconds } = timed(() =>
        spawnSync(process.execPath, [__filename, "judge", folder], { encoding: "utf8" }),
    );
    if (result.status !== 0) {
        throw new Error(`the pack ended with ${result.status}: ${result.stderr}`);
    }
    return { seconds: Number(result.stdout), process: seconds };
}

function checkov(python, folder) {
    const templates = join(folder, "templates");
    const scanner = load("benchmark/checkov.ts");
    const { result, seconds } = timed(() => scanner.scanned(python, templates));
    const exported = scanner.exported(templates);
    if (result !== exported) {
        throw new Error(`Checkov saw ${result} resources of ${exported}`);
    }
    return { seconds, resources: exported };
}

function timed(work) {
    const started = process.hrtime.bigint();
    const result = work();
    return { result, seconds: Number(process.hrtime.bigint() - started) / 1e9 };
}
