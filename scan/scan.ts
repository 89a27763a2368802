import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { ENVIRONMENTS } from "../stacks/settings/environments";
import { readAccepted } from "./accepted";
import { compare } from "./compare";
import { exportedResources } from "./exported-resources";
import { CHECKOV, toolPython } from "./python-environment";
import { ScanRefusal } from "./refusal";
import { runCheckov } from "./run-checkov";
import { isFine, showScan } from "./show-comparison";

const ACCEPTED = "scan/accepted.yaml";

/** `npm run scan`: exit code 0 when all is well, 1 when not, 2 when nothing could be scanned. */
export function run(root: string): void {
    try {
        process.exitCode = scan(root);
    } catch (error) {
        if (!(error instanceof ScanRefusal)) {
            throw error;
        }
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 2;
    }
}

function scan(root: string): number {
    const accepted = readAccepted(join(root, ACCEPTED));
    const progress = (line: string) => void process.stderr.write(`${line}\n`);
    const python = toolPython(CHECKOV, { root, home: homedir(), environment: process.env, progress });
    const folder = mkdtempSync(join(tmpdir(), "otap-scan-"));
    try {
        for (const environment of ENVIRONMENTS) {
            exportTemplates(root, environment, join(folder, environment));
        }
        const exported = exportedResources(folder);
        const report = runCheckov(python, folder);
        const result = { report, exportedCount: exported.length, ...compare(report.findings, accepted, exported) };
        process.stdout.write(showScan(result, ACCEPTED));
        return isFine(result) ? 0 : 1;
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function exportTemplates(root: string, environment: string, out: string): void {
    const args = [join(root, "cli/bin/otap.js"), "export", "arm", environment, "--out", out];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) {
        throw new ScanRefusal(`'otap export arm ${environment}' ended with ${status}: ${stderr.trim()}`);
    }
}
