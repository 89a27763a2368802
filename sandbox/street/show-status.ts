import type { EnvironmentRecord } from "./record";
import { countsText } from "./show-outcome";

/** A street for people: what stands in each environment, and what was last done to it. */
export function showStatus(records: readonly EnvironmentRecord[]): string {
    const rows = [
        ["environment", "resources", "last operation"],
        ...records.map((record) => [record.environment, String(record.resources), lastText(record)]),
    ];
    const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
    return rows
        .map(([environment = "", resources = "", last = ""]) =>
            [environment.padEnd(widths[0] ?? 0), resources.padStart(widths[1] ?? 0), last].join("  "),
        )
        .map((line) => `${line}\n`)
        .join("");
}

function lastText({ last }: EnvironmentRecord): string {
    if (last === undefined) {
        return "none yet";
    }
    const how = last.interrupted ? " (interrupted)" : last.rehearsal ? " (refused)" : " (stopped half-way)";
    return `${last.operation}${last.exitCode === 0 ? "" : how}: ${countsText(last)}`;
}
