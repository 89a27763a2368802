/**
 * What a preview of the engine would do, as Markdown for whoever approves it:
 * summary-of-preview.js <environment> <folder with preview.json, and with check.txt when that was made>
 */
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { stripVTControlCharacters } = require("node:util");

/** A page of a run may hold 1 MB; a reader has enough of less. */
const MOST_ROWS = 200;
const QUIET = new Set(["same", "read"]);

const [environment, folder] = process.argv.slice(2);
const text = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "");

/** A preview that fails early prints no JSON. */
function parsed(json) {
    try {
        return JSON.parse(json);
    } catch {
        return { diagnostics: json.trim() === "" ? [] : [{ severity: "error", message: json }] };
    }
}

const cell = (value) => String(value ?? "").replace(/[|\n`]/g, " ");
const last = (urn) => cell(urn.split("::").at(-1));
const type = (urn) => cell(urn.split("::").at(-2)?.split("$").at(-1));

const { steps = [], diagnostics = [] } = parsed(text("preview.json"));
const changes = steps.filter(({ op }) => !QUIET.has(op));
const counts = new Map();
for (const { op } of changes) {
    counts.set(op, (counts.get(op) ?? 0) + 1);
}
const errors = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => stripVTControlCharacters(message).trim());
const check = text("check.txt");

/** Only what came to an end is checked. */
function headline() {
    if (check === "") {
        return "The preview did not come to an end.";
    }
    return counts.size > 0 ? [...counts].map(([op, count]) => `${count} ${op}`).join(", ") : "Nothing would change.";
}

const lines = [
    `## ${environment}`,
    "",
    headline(),
    "",
    ...(changes.length > 0 ? ["| operation | type | name | because of |", "|---|---|---|---|"] : []),
    ...changes
        .slice(0, MOST_ROWS)
        .map(
            ({ op, urn, diffReasons }) => `| ${op} | ${type(urn)} | ${last(urn)} | ${cell(diffReasons?.join(", "))} |`,
        ),
    ...(changes.length > MOST_ROWS ? ["", `… and ${changes.length - MOST_ROWS} more.`] : []),
    ...(errors.length > 0 ? ["", "### Errors", "", "```text", errors.join("\n\n"), "```"] : []),
    ...(check
        ? ["", "<details><summary>otap check</summary>", "", "```text", check.trimEnd(), "```", "", "</details>"]
        : []),
    "",
];

process.stdout.write(lines.join("\n"));
