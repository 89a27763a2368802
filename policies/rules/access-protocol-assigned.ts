import { ASSIGNMENTS } from "../azure-types";
import { isFurtherShard } from "../further-shard";
import { isMark, UnreadableError } from "../marks";
import type { ResourceView } from "../model";
import { gives, isInForce, placeOf } from "../people-rights";
import { anyStackRule } from "../rule";
import { answersForFiles } from "../subscription-controls";

/** Who and what a right is; what is not known of one may be the right that is looked for. */
const WHO_AND_WHAT = ["principalId", "roleDefinitionId", "scope"];

/** The access protocol is not only written down: each row in force is assigned. */
export const accessProtocolAssigned = anyStackRule((resource, report, { config, stack }) => {
    const { peopleRights = [], today } = config;
    if (peopleRights.length === 0 || isFurtherShard(resource.urn) || !answersForFiles(resource, stack)) {
        return;
    }
    const assignments = stack.ofType(...ASSIGNMENTS);
    const known = assignments.filter(({ inputs }) => !WHO_AND_WHAT.some((input) => isMark(inputs[input])));
    const lacking = peopleRights
        .filter((right) => isInForce(right, today))
        .filter((right) => !known.some((assignment) => gives(assignment, right)));
    if (lacking.length > 0 && assignments.some(mayBePeoples)) {
        throw new UnreadableError("who or what a right is for");
    }
    for (const { group, purpose, scope, standing } of lacking) {
        const what = standing ? "the right" : "the eligible right";
        report(`access.yaml: '${group}' has not ${what} of a ${purpose} on '${placeOf(scope)}'`);
    }
});

/** What the program's own identities get is known to be no group's. */
const mayBePeoples = ({ inputs }: ResourceView): boolean =>
    inputs.principalType !== "ServicePrincipal" && WHO_AND_WHAT.some((input) => isMark(inputs[input]));
