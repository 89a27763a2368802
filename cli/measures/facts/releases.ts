import { predecessorOf } from "../../../stacks/settings/environments";
import type { PlanObject, PlanResource } from "../../plan/plan";
import { shortDigest } from "../../releases/promotion-text";
import { harmless } from "../../show/harmless";
import type { Facts, FactsArgs } from "../facts";

const RECORD = "pulumi-nodejs:dynamic/figlo:ReleaseRecord";

/** Measure 1: the release, where it comes from, and what is out of the ordinary about it. */
export const releases: Facts = {
    measure: 1,
    of: ({ resources, basis, loaded: { environment } }) => {
        const record = resources.find(({ type }) => type === RECORD);
        return record === undefined
            ? [`no release record: what ran in ${environment} is not kept`]
            : [packageOf(record), origin(record, basis, predecessorOf(environment)), ...exceptions(record)];
    },
};

function packageOf({ inputs }: PlanResource): string {
    const { version, digest, commit, approver } = objectAt(inputs, "release");
    const built = commit === undefined ? "" : `, built from ${said(commit).slice(0, 12)}`;
    const by = approver === undefined ? "" : `, approved by ${said(approver)}`;
    return `release ${said(version)} (${shortDigest(said(digest))})${built}${by}`;
}

function origin({ inputs }: PlanResource, basis: FactsArgs["basis"], before: string | undefined): string {
    if (before === undefined) {
        return "it comes from the build: nothing stands before this environment";
    }
    const { version, digest } = objectAt(inputs, "release");
    const accepted = Array.isArray(inputs.accepted) ? inputs.accepted : [];
    const passed = accepted.some((each) => {
        const one = objectIn(each);
        return one.version === version && one.digest === digest;
    });
    if (!passed) {
        return `it has not passed ${before}`;
    }
    // Offline the files alone say so; the program asks the other stack when it is deployed.
    return basis === "state"
        ? `it has passed ${before}`
        : `it comes from ${before}, whose records are asked before it is deployed`;
}

function exceptions({ inputs }: PlanResource): readonly string[] {
    const { rollback, breakGlass } = inputs;
    const { reason, requester, approver, until } = objectIn(breakGlass);
    return [
        ...(rollback === undefined ? [] : [`an older release came back: ${said(rollback)}`]),
        ...(breakGlass === undefined
            ? []
            : [
                  `the glass is broken until ${said(until)}, asked by ${said(requester)}, approved by ${said(approver)}: ${said(reason)}`,
              ]),
    ];
}

const objectIn = (value: unknown): PlanObject =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? (value as PlanObject) : {};

const objectAt = (inputs: PlanObject, key: string): PlanObject => objectIn(inputs[key]);

const said = (value: unknown): string => (typeof value === "string" ? harmless(value) : "not known");
