import { anyStackRule } from "../rule";
import { answersForFiles } from "../subscription-controls";

/** Where people could be eligible, each use of a right has a moment and a reason. */
export const accessNotStanding = anyStackRule((resource, report, { config, stack }) => {
    for (const { group, scope } of answersForFiles(resource, stack) ? config.standingRights : []) {
        report(`access.yaml: '${group}' has standing rights on '${scope}'`);
    }
});
