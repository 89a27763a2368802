import { RELEASE_RECORD } from "../allowed-types";
import { daysBetween } from "../calendar";
import { isGiven, isObject } from "../marks";
import type { Environment, Props } from "../model";
import { type Report, resourceRule } from "../rule";
import { found, list, text } from "../show";
import { areTwoPeople } from "../two-people";

const BEFORE: Readonly<Record<Environment, Environment | undefined>> = {
    ontwikkeling: undefined,
    test: "ontwikkeling",
    acceptatie: "test",
    productie: "acceptatie",
};

/** Days that a release may stay which broke the glass. */
const LONGEST_DAYS = 90;

/**
 * A release is on the list of those that the environment before has deployed, by version and digest; or somebody broke the glass, with
 * a reason, another who approved it, and an end. The record carries the list, since no plan holds another stack.
 */
export const otapPromotionOrder = resourceRule([RELEASE_RECORD], ({ props, inputs }, report, { config }) => {
    const before = BEFORE[config.environment];
    const { version, digest } = props.release ?? {};
    if (!/^sha256:[0-9a-f]{64}$/.test(text(digest))) {
        report(found("release.digest", digest));
    }
    if (text(version) === "") {
        report(found("release.version", version));
    }
    if (before === undefined) {
        return;
    }
    const had = list(props.accepted).filter(isObject);
    const hasPassed = had.some((release) => release.version === version && release.digest === digest);
    // A glass counts as whole again when the environment before has deployed the release too.
    if (isGiven(inputs.breakGlass) && !hasPassed) {
        judgeBrokenGlass(props.breakGlass, config.today, report);
        return;
    }
    if (props.predecessor !== before) {
        report(`${found("predecessor", props.predecessor)}, and a release comes from ${before}`);
    }
    if (!hasPassed) {
        const same = had.some((release) => release.version === version);
        const why = same ? "under another digest, so it is another package" : "never";
        report(`${before} has deployed ${text(version) || "this release"} ${why}`);
    }
});

function judgeBrokenGlass({ reason, requester, approver, until }: Props, today: string, report: Report): void {
    if (text(reason).trim() === "") {
        report("breakGlass says no reason");
    }
    if (!areTwoPeople(requester, approver)) {
        report("breakGlass is not approved by somebody else than who asked for it");
    }
    const left = daysBetween(today, text(until));
    if (left === undefined || left < 0 || left > LONGEST_DAYS) {
        report(`${found("breakGlass.until", until)}, not a day within ${LONGEST_DAYS} days`);
    }
}
