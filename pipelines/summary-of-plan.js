/** The numbers of a plan, as JSON: summary-of-plan.js <folder with plan.json>. Without a plan there is none to count. */
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const [folder] = process.argv.slice(2);
const file = join(folder, "plan.json");
const { environments } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { environments: {} };

const summary = Object.entries(environments).map(([environment, { resources, findings, measures }]) => {
    const count = (level) => findings.filter((each) => each.verdict === "violated" && each.level === level).length;
    const measured = (verdict) => Object.values(measures).filter((each) => each.verdict === verdict).length;
    return {
        environment,
        resources: resources.length,
        mandatory: count("mandatory"),
        advisory: count("advisory"),
        met: measured("met"),
        violated: measured("violated"),
        undecided: measured("undecided"),
    };
});

process.stdout.write(`${JSON.stringify(summary)}\n`);
