import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkovReport, type ScanReport } from "./checkov-report";
import { ScanRefusal } from "./refusal";

/** Most bytes of a report; the street's takes 0.7 MB. */
const MOST_BYTES = 1 << 30;

/**
 * Scans the ARM templates in a folder, without network.
 *
 * @param python of an environment that holds Checkov
 * @throws ScanRefusal when Checkov ends without a report.
 */
export function runCheckov(python: string, folder: string): ScanReport {
    // It reads `.checkov.yaml` of the home and of the working folder, and its environment: none of them may switch a check off.
    const home = mkdtempSync(join(tmpdir(), "otap-scan-home-"));
    try {
        const { status, stdout, stderr } = spawnSync(python, [...CHECKOV, folder], {
            cwd: home,
            env: { HOME: home, PATH: process.env.PATH, LANG: "C.UTF-8", LOG_LEVEL: "ERROR" },
            encoding: "utf8",
            maxBuffer: MOST_BYTES,
        });
        // 1 says that a check failed.
        if (status !== 0 && status !== 1) {
            throw new ScanRefusal(`Checkov ended with ${status}: ${stderr.trim().slice(-500)}`);
        }
        return checkovReport(stdout);
    } finally {
        rmSync(home, { recursive: true, force: true });
    }
}

/** `-I`: no packages but the environment's own. */
const CHECKOV = [
    ...["-I", "-m", "checkov.main", "--framework", "arm", "--output", "json", "--quiet", "--compact"],
    ...["--skip-download", "--directory"],
];
