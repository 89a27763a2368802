import { z } from "zod";
import { ScanRefusal } from "./refusal";

/** One failed check of Checkov's. */
export interface ScanFinding {
    /** Such as `CKV_AZURE_24`. */
    readonly check: string;
    readonly title: string;
    /** Relative to the folder that was scanned. */
    readonly file: string;
    /** `<kind>.<name>`, as the template has them. */
    readonly resource: string;
    /** Where to read more. */
    readonly guideline: string;
}

export interface ScanReport {
    /** Checkov's own. */
    readonly version: string;
    readonly resourceCount: number;
    /** Sorted by file, resource and check. */
    readonly findings: readonly ScanFinding[];
}

const REPORT = z.object({
    check_type: z.literal("arm"),
    results: z.object({
        failed_checks: z.array(
            z.object({
                check_id: z.string(),
                check_name: z.string(),
                check_class: z.string(),
                file_path: z.string(),
                resource: z.string(),
                guideline: z.string().nullable(),
            }),
        ),
    }),
    summary: z.object({ resource_count: z.number(), checkov_version: z.string() }),
});

/**
 * Reads what `checkov --output json` printed about ARM templates.
 *
 * @throws ScanRefusal for anything else: without templates Checkov prints another form, and after a fault of its own nothing.
 */
export function checkovReport(output: string): ScanReport {
    const parsed = REPORT.safeParse(json(output));
    if (!parsed.success) {
        throw new ScanRefusal(`Checkov printed no report on ARM templates but '${output.trim().slice(0, 200)}'`);
    }
    const { results, summary } = parsed.data;
    return {
        version: summary.checkov_version,
        resourceCount: summary.resource_count,
        findings: results.failed_checks
            .map((failed) => ({
                check: failed.check_id,
                title: failed.check_name,
                file: failed.file_path.replace(/^\//, ""),
                resource: failed.resource,
                guideline: failed.guideline ?? sourceOf(failed.check_class, summary.checkov_version),
            }))
            // Checkov's own order differs from run to run.
            .sort((a, b) => compareTexts(keyOf(a), keyOf(b))),
    };
}

const keyOf = ({ file, resource, check }: ScanFinding): string => `${file} ${resource} ${check}`;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function json(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/** Checkov asks a service of its vendor for the guidelines, which a scan without network cannot; the check itself is public. */
const sourceOf = (checkClass: string, version: string): string =>
    checkClass.startsWith("checkov.arm.checks.")
        ? `https://github.com/bridgecrewio/checkov/blob/${version}/${checkClass.replaceAll(".", "/")}.py`
        : "https://www.checkov.io/5.Policy%20Index/arm.html";
