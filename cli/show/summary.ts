import type { Colors } from "picocolors/types";
import type { Finding } from "../../policies/model";
import { type Column, plainTable } from "./plain-table";

export interface EnvironmentCounts {
    readonly environment: string;
    readonly regions: readonly string[];
    readonly release: string;
    readonly resources: number;
    readonly findings: readonly Finding[];
}

/** One line for each environment: where, which release, how many resources and findings. */
export function showSummary(environments: readonly EnvironmentCounts[], room: number, colours: Colors): string {
    const rows = environments.map(({ environment, regions, release, resources, findings }) => {
        const mandatory = findings.filter(({ level }) => level === "mandatory").length;
        const paint = mandatory > 0 ? colours.red : colours.green;
        return [
            environment,
            regions.join(", "),
            release,
            resources,
            paint(String(mandatory)),
            findings.length - mandatory,
        ];
    });
    return plainTable(COLUMNS, rows, room, colours);
}

const COLUMNS: readonly Column[] = [
    { head: "Environment", align: "left" },
    { head: "Regions", align: "left", least: 12, drop: 3 },
    { head: "Release", align: "left", drop: 2 },
    { head: "Resources", align: "right", drop: 1 },
    { head: "Mandatory", align: "right" },
    { head: "Advisory", align: "right" },
];
