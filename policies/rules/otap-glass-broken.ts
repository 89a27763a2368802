import { RELEASE_RECORD } from "../allowed-types";
import { isGiven, isObject } from "../marks";
import { resourceRule } from "../rule";
import { list, show, text } from "../show";

/** A release that skipped a step is told until the street is level again: until the environment before has deployed it as well. */
export const otapGlassBroken = resourceRule([RELEASE_RECORD], ({ props, inputs }, report) => {
    if (!isGiven(inputs.breakGlass)) {
        return;
    }
    const { version, digest } = props.release ?? {};
    const passed = list(props.accepted).filter(isObject);
    if (!passed.some((release) => release.version === version && release.digest === digest)) {
        const { until, requester, approver } = isObject(props.breakGlass) ? props.breakGlass : {};
        const before = text(props.predecessor) || "the environment before";
        report(
            `the glass is broken until ${show(until)}, asked by ${show(requester)} and approved by ${show(approver)}: ` +
                `${before} has not deployed ${text(version) || "this release"}`,
        );
    }
});
