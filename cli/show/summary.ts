import Table from "cli-table3";
import type { Colors } from "picocolors/types";
import type { Finding } from "../../policies/model";
import { BORDERLESS } from "./measures";

export interface EnvironmentCounts {
    readonly environment: string;
    readonly regions: readonly string[];
    readonly release: string;
    readonly resources: number;
    readonly findings: readonly Finding[];
}

/** One line for each environment: where, which release, how many resources and findings. */
export function showSummary(environments: readonly EnvironmentCounts[], colours: Colors): string {
    const table = new Table({
        head: ["Environment", "Regions", "Release", "Resources", "Mandatory", "Advisory"],
        colAligns: ["left", "left", "left", "right", "right", "right"],
        chars: BORDERLESS,
        style: { head: colours.isColorSupported ? ["bold"] : [], "padding-left": 0, "padding-right": 2 },
    });
    for (const { environment, regions, release, resources, findings } of environments) {
        const mandatory = findings.filter(({ level }) => level === "mandatory").length;
        const advisory = findings.length - mandatory;
        const paint = mandatory > 0 ? colours.red : colours.green;
        table.push([environment, regions.join(", "), release, resources, paint(String(mandatory)), advisory]);
    }
    return `${table.toString()}\n`;
}
