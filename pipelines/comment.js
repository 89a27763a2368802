/**
 * The comment on a pull request as Markdown: comment.js <folder with report.txt and summary.json>. A run that left neither is told, so that
 * no older result stands there as if it were the newest. Variable: HEAD_SHA, the commit that the run was about, where there is one to name.
 *
 * What it reads was made by the code of the pull request, which may be anybody's: numbers are taken as numbers only, and text
 * stands in a fence that it cannot close, so that no link, picture, mention or HTML of it works.
 */
const { existsSync, lstatSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

/** GitHub refuses a comment of more than 65,536 characters. */
const MOST = 65_000;
const MARKER = "<!-- otap: one comment for each pull request, edited in place -->";
const ENVIRONMENTS = ["ontwikkeling", "test", "acceptatie", "productie"];
const COLUMNS = ["resources", "mandatory", "advisory", "met", "violated", "undecided"];

const [folder] = process.argv.slice(2);
const [commit] = /^[0-9a-f]{40}$/.exec(process.env.HEAD_SHA ?? "") ?? [];
const ABOUT = commit === undefined ? [] : ["", `About ${commit}.`];

/** A link in the archive could point to any file of the machine. Nothing where the run left no such file. */
function read(name) {
    const file = join(folder, name);
    if (!existsSync(file)) {
        return "";
    }
    if (!lstatSync(file).isFile()) {
        throw new Error(`${name} is no file of its own; nothing is published of what it points to`);
    }
    return readFileSync(file, "utf8");
}

/** Rows of the four environments; none when it is anything else than `summary-of-plan.js` writes. */
function rowsOf(text) {
    try {
        const summary = JSON.parse(text);
        return ENVIRONMENTS.flatMap((environment) => {
            const found = summary.find((each) => each.environment === environment);
            return found && COLUMNS.every((column) => Number.isSafeInteger(found[column]) && found[column] >= 0)
                ? [[environment, ...COLUMNS.map((column) => found[column])]]
                : [];
        });
    } catch {
        return [];
    }
}

const table = (rows) =>
    [
        "| environment | resources | mandatory findings | advice | measures met | violated | undecided |",
        "|---|--:|--:|--:|--:|--:|--:|",
        ...rows.map((row) => `| ${row.join(" | ")} |`),
    ].join("\n");

function verdict(rows) {
    if (rows.length < ENVIRONMENTS.length) {
        return "The preview did not come to an end in all four environments; the report says why.";
    }
    const broken = rows.reduce((sum, [, , mandatory]) => sum + mandatory, 0);
    return broken === 0
        ? "No mandatory rule is broken in any environment."
        : `Mandatory rules are broken: ${broken} finding${broken === 1 ? "" : "s"}.`;
}

/** A fence longer than any run of backticks in the text. */
function fenced(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}text\n${text}\n${fence}`;
}

function body(rows, report) {
    return [
        MARKER,
        "## otap: what this pull request would deploy",
        "",
        verdict(rows),
        ...ABOUT,
        "",
        ...(rows.length > 0 ? [table(rows), ""] : []),
        "<details><summary>Report</summary>",
        "",
        fenced(report),
        "",
        "</details>",
        "",
        "Made by the code of the pull request itself, offline; the checks above are what must pass.",
        "",
    ].join("\n");
}

/** Control characters have no place in a comment, and neither has what turns the direction of writing round. */
const plain = (text) => text.replace(/[^\P{C}\n\t]/gu, "");

function fitted(rows, report) {
    const whole = body(rows, report);
    if (whole.length <= MOST) {
        return whole;
    }
    const note = "\n… cut off here: the rest is in the log and in the artifact otap-report";
    // A run of backticks makes the fence longer too, on both sides; cut again until it fits.
    for (let keep = MOST - body(rows, "").length - note.length; keep > 0; keep -= 1_000) {
        const cut = body(rows, report.slice(0, keep) + note);
        if (cut.length <= MOST) {
            return cut;
        }
    }
    return body(rows, note);
}

process.stdout.write(
    fitted(
        rowsOf(read("summary.json")),
        plain(read("report.txt")).trimEnd() || "The run left no report; its log says why.",
    ),
);
