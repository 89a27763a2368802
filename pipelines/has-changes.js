/**
 * Whether a preview of the engine would change something, `true` or `false`:
 * has-changes.js <output of pulumi preview --json> <plan that it saved>
 */
const { readFileSync } = require("node:fs");

const [preview, plan] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));

/** What a stack tells others changes without a step of its own: the engine calls the stack the same. */
const tellsOther = Object.values(plan.resourcePlans).some(
    ({ goal }) => goal?.type === "pulumi:pulumi:Stack" && Object.keys(goal.outputDiff ?? {}).length > 0,
);

process.stdout.write(`${tellsOther || preview.steps.some(({ op }) => op !== "same" && op !== "read")}\n`);
