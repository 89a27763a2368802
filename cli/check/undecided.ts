import type { Finding } from "../../policies/model";
import type { PlanResource, PlanValue } from "../plan/plan";
import { field, isFields } from "./fields";

/** What rules say of a value that they cannot read. */
const BEFORE = "is not known before deployment";

/** What is deployed is past its deployment: what a rule cannot read there is a secret, or was never written. */
export function inWordsOfExport(finding: Finding, resources: readonly PlanResource[]): Finding {
    if (finding.verdict !== "undecided" || !finding.message.includes(BEFORE)) {
        return finding;
    }
    const inputs = resources.find(({ urn }) => urn === finding.urn)?.inputs ?? {};
    const [path = ""] = finding.message.split(` ${BEFORE}`);
    return { ...finding, message: finding.message.replace(BEFORE, why(at(inputs, path.split(".")))) };
}

function why(value: unknown): string {
    if (!isFields(value) || (value.$secret !== true && value.$unknown !== true)) {
        return "is a secret, or is not in the export";
    }
    return value.$secret === true ? "is a secret" : "is not in the export";
}

const at = (inputs: PlanValue, path: readonly string[]): unknown =>
    path.reduce<unknown>(
        (value, key) => (isFields(value) ? field(value, key) : Array.isArray(value) ? value[Number(key)] : undefined),
        inputs,
    );
