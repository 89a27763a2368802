import { isGiven, isMark, UnreadableError, unguarded } from "../marks";
import type { ResourceView, StackView } from "../model";
import { isAllowedRegion, normalRegion } from "../regions";
import { isWiderThanGroup, parseResourceId } from "../resource-id";
import { type ResourceContext, stackRule } from "../rule";
import { found, list, show, text } from "../show";
import { ALL_WATCHED, answersFor, MAY_SPEAK } from "../subscription-controls";

/** Microsoft's initiatives for ISO 27001, of 2013 and of 2022. */
const ISO_27001 = ["89c6cddc-1c73-4ac1-b19c-54d1a15a42f2", "5e4ff661-23bf-42fa-8e3a-309a55091cc7"];
const ALLOWED_LOCATIONS = ["e56962a6-4747-49cd-b67b-bf8b01975c4c"];

/** What takes the effect, or takes kinds of resources out; what takes a part of the scope away is a fault of any assignment. */
const WAYS_OUT = ["overrides", "resourceSelectors"];

/**
 * Judges the stack, or where a plan does not show the stack the first server, site, vault or storage account. An initiative of one's
 * own that holds the same policies does not count, and neither do the assignments of another stack: this plan does not show them.
 */
export const policyIso27001Assigned = stackRule(MAY_SPEAK, (resource, report, { stack, config }) => {
    if (!answersFor(resource, ALL_WATCHED, stack)) {
        return;
    }
    const wanted = [
        { what: "Microsoft's initiative for ISO 27001", ids: ISO_27001, faults: faultsOf },
        {
            what: "the policy of allowed locations",
            ids: ALLOWED_LOCATIONS,
            faults: (each: ResourceView) => [...faultsOf(each), ...faultsOfLocations(each, config)],
        },
    ];
    for (const { what, ids, faults } of wanted) {
        const assignments = assignmentsOf(ids, stack).map((each) => ({ name: each.name, all: faults(each) }));
        if (assignments.length === 0) {
            report(`${what} is not assigned`);
        } else if (assignments.every(({ all }) => all.length > 0)) {
            for (const { name, all } of assignments) {
                report(`${what} is assigned by ${name}, and its ${all.join(", its ")}`);
            }
        }
    }
});

const ASSIGNMENT = "azure-native:authorization:PolicyAssignment";
/** Definitions of one's own, whose ids are not known before deployment. */
const OWN_DEFINITIONS = /^azure-native:authorization:Policy(Set)?Definition/;

/** Throws where none is known to be of these definitions and one might. */
function assignmentsOf(ids: readonly string[], stack: StackView): readonly ResourceView[] {
    const all = stack.ofType(ASSIGNMENT);
    const known = all.filter(({ inputs }) => !isMark(inputs.policyDefinitionId));
    const matching = known.filter(({ props }) => ids.includes(builtInOf(props.policyDefinitionId)));
    const doubtful = all.find((each) => isMark(each.inputs.policyDefinitionId) && !isOfOwn(each));
    if (matching.length === 0 && doubtful) {
        throw new UnreadableError(`policyDefinitionId of ${doubtful.name}`);
    }
    return matching;
}

/** The name of one of Microsoft's own definitions: of a subscription's, anything may be in it. */
const builtInOf = (id: unknown): string =>
    /^\/providers\/microsoft\.authorization\/policy(?:set)?definitions\/([^/]+)\/?$/.exec(
        text(id).toLowerCase(),
    )?.[1] ?? "";

const isOfOwn = (assignment: ResourceView): boolean =>
    assignment.dependenciesOf("policyDefinitionId").some(({ type }) => OWN_DEFINITIONS.test(type));

function faultsOf({ props }: ResourceView): readonly string[] {
    const scope = parseResourceId(text(props.scope));
    return [
        ...(props.enforcementMode === "Default" ? [] : [found("enforcementMode", props.enforcementMode)]),
        ...(scope !== undefined && isWiderThanGroup(scope) ? [] : [found("scope", props.scope)]),
        ...(isGiven(unguarded(props, "notScopes")) ? ["notScopes is set"] : []),
    ];
}

function faultsOfLocations({ props }: ResourceView, config: ResourceContext["config"]): readonly string[] {
    const { listOfAllowedLocations: locations, effect } = props.parameters ?? {};
    const regions = list(locations?.value);
    const strange = regions.filter((each) => !isAllowedRegion(each, config) && normalRegion(each) !== "global");
    return [
        ...(regions.length === 0 ? [found("parameters.listOfAllowedLocations", locations?.value)] : []),
        ...strange.map((each) => `parameters.listOfAllowedLocations holds ${show(each)}`),
        ...(["deny", ""].includes(text(effect?.value).toLowerCase())
            ? []
            : [found("parameters.effect", effect?.value)]),
        ...WAYS_OUT.filter((each) => isGiven(unguarded(props, each))).map((each) => `${each} is set`),
    ];
}
