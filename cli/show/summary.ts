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
export function showSummary(environments: readonly EnvironmentCounts[], colours: Colors): string {
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
    return plainTable(COLUMNS, rows, colours);
}

const COLUMNS: readonly Column[] = [
    { head: "Environment", align: "left" },
    { head: "Regions", align: "left" },
    { head: "Release", align: "left" },
    { head: "Resources", align: "right" },
    { head: "Mandatory", align: "right" },
    { head: "Advisory", align: "right" },
];
