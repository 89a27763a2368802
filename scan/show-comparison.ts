import type { ScanReport } from "./checkov-report";
import type { Comparison } from "./compare";

export interface ScanResult extends Comparison {
    readonly report: ScanReport;
    readonly exportedCount: number;
}

/** True where everything was seen, and everything found is accepted for a reason that is still needed. */
export const isFine = ({ report, exportedCount, unaccepted, unmatched }: ScanResult): boolean =>
    report.resourceCount === exportedCount && unaccepted.length === 0 && unmatched.length === 0;

/** What to tell of a scan; each problem with its place and what to do. */
export function showScan(result: ScanResult, acceptedFile: string): string {
    const { report, exportedCount } = result;
    const parts = [unseen(result), unaccepted(result, acceptedFile), unmatched(result, acceptedFile)].flat();
    return isFine(result)
        ? `Checkov ${report.version} saw all ${exportedCount} exported resources; findings: ${report.findings.length}, each with its reason in ${acceptedFile}\n`
        : `${parts.join("\n")}\n`;
}

const unseen = ({ report, exportedCount }: ScanResult): readonly string[] =>
    report.resourceCount === exportedCount
        ? []
        : [
              `Checkov ${report.version} saw ${report.resourceCount} resources and ${exportedCount} are exported: a template that it cannot read, or two of one kind and name in one file`,
          ];

const unaccepted = ({ unaccepted: findings }: ScanResult, acceptedFile: string): readonly string[] =>
    findings.length === 0
        ? []
        : [
              `${findings.length} ${findings.length === 1 ? "finding is" : "findings are"} not accepted; mend the program, or say in ${acceptedFile} why it is no fault:`,
              ...findings.flatMap(({ check, title, file, resource, guideline }) => [
                  `  ${file}: ${resource}`,
                  `      ${check} ${title}`,
                  `      ${guideline}`,
              ]),
          ];

const unmatched = ({ unmatched: entries }: ScanResult, acceptedFile: string): readonly string[] =>
    entries.length === 0
        ? []
        : [
              `${acceptedFile} accepts what Checkov does not find; remove it, so that it hides nothing later:`,
              ...entries.map(
                  ({ entry, check, kind, name, environment }) =>
                      `  entry ${entry}: ${check} of ${kind} '${name}' in ${environment}`,
              ),
          ];
