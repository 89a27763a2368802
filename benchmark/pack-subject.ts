import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { armTemplates, exportedCount } from "../arm/templates";
import { deployedAnswer } from "../cli/offline/deployed-answer";
import { planEnvironment, runEnvironment } from "../cli/offline/plan-environment";
import { packSettings } from "../cli/preview/pack-settings";
import type { GivenConfig } from "../policies/config";
import { evaluate } from "../policies/evaluate";
import type { ResourceInput } from "../policies/model";
import { loadStreet } from "../stacks/settings/load-street";
import { copyOf, manyResources } from "./many-resources";

/** What `prepare` writes and the others read. */
interface Subject {
    readonly config: GivenConfig;
    readonly resources: readonly ResourceInput[];
}

const planFile = (folder: string, size: number): string => join(folder, `plan-${size}.json`);

/** Writes productie repeated to each of the given numbers of exported resources, and the templates of the first of them. */
export async function prepare(root: string, folder: string, sizes: readonly number[], today: string): Promise<void> {
    const loaded = loadStreet(root).productie;
    const { subscriptionId } = loaded.settings;
    const { asked } = await planEnvironment(loaded, today);
    const { resources } = await runEnvironment(loaded, {
        today,
        preview: false,
        answer: deployedAnswer(subscriptionId),
    });
    const each = exportedCount(armTemplates(resources, subscriptionId));
    const config = { ...packSettings(loaded), today };
    for (const size of sizes) {
        const subject: Subject = { config, resources: manyResources(asked, Math.ceil(size / each)) };
        writeFileSync(planFile(folder, size), JSON.stringify(subject));
    }
    const copies = Math.ceil((sizes[0] ?? 0) / each);
    for (let copy = 0; copy < copies; copy++) {
        const into = join(folder, "templates", `copy-${copy}`);
        mkdirSync(into, { recursive: true });
        for (const [name, template] of armTemplates(copyOf(resources, copy), subscriptionId)) {
            writeFileSync(join(into, name), JSON.stringify(template, null, 4));
        }
    }
}

/** Seconds on the clock that a pack needs that has judged nothing yet, as in a command that runs once. */
export function judgeOnce(folder: string, size: number): number {
    const { resources, config } = read(folder, size);
    const started = performance.now();
    evaluate(resources, config);
    return (performance.now() - started) / 1000;
}

/**
 * How many times as much work one resource of the larger stack is as one of the smaller, each time that it is measured, in a pack that is
 * warm. Work is the processor's time: both stacks are measured in this process, and what else the machine does is no part of it.
 */
export function growth(folder: string, [small, large]: readonly [number, number], runs: number): readonly number[] {
    const [few, many] = [read(folder, small), read(folder, large)];
    const times = Math.round(many.resources.length / few.resources.length);
    const judgeFew = () => {
        for (let run = 0; run < times; run++) {
            evaluate(few.resources, few.config);
        }
    };
    judgeFew();
    return Array.from({ length: runs }, () => {
        const large = workOf(() => evaluate(many.resources, many.config)) / many.resources.length;
        return large / (workOf(judgeFew) / (times * few.resources.length));
    });
}

const read = (folder: string, size: number): Subject => JSON.parse(readFileSync(planFile(folder, size), "utf8"));

function workOf(work: () => unknown): number {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
}
