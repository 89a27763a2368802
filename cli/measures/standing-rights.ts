import type { Finding } from "../../policies/model";
import type { Loaded } from "../../stacks/settings/load-environment";

/** The id of the finding about rights that are always there. */
const STANDING = "access-not-standing";

/**
 * People whose rights in productie are always there: they should be eligible, so that each use has a moment and a reason. A pipeline
 * has nobody who could activate one.
 *
 * @param urn the stack, which all of them concern
 */
export function standingRights({ environment, data }: Loaded, urn: string): readonly Finding[] {
    const people = data.access.filter(({ role, standing }) => standing && role !== "pipeline");
    return environment === "productie" ? people.map(({ group, scope }) => finding(group, scope, urn)) : [];
}

const finding = (group: string, scope: string, urn: string): Finding => ({
    rule: STANDING,
    level: "mandatory",
    verdict: "violated",
    urn,
    message: `access.yaml: '${group}' has standing rights on '${scope}'`,
    remedy: "Write 'standing: false' and make the group eligible in Entra Privileged Identity Management.",
    measures: [2],
});
