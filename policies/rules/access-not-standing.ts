import { stackRule } from "../rule";

/** Where people could be eligible, each use of a right has a moment and a reason. */
export const accessNotStanding = stackRule(["pulumi:pulumi:Stack"], (_, report, { config }) => {
    for (const { group, scope } of config.standingRights) {
        report(`access.yaml: '${group}' has standing rights on '${scope}'`);
    }
});
