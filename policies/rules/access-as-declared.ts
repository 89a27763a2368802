import { ASSIGNMENTS, ROLE_ASSIGNMENT } from "../azure-types";
import type { PeopleRight } from "../declared";
import { isGiven, isMark } from "../marks";
import type { ResourceView } from "../model";
import { gives, hasIdentity, isInForce, isPlatforms, placeOf, roleGuid } from "../people-rights";
import { type Report, stackRule } from "../rule";
import { found, show, text } from "../show";

/** People have what the access protocol describes, as it describes it, and nothing else. */
export const accessAsDeclared = stackRule(ASSIGNMENTS, (assignment, report, { config }) => {
    if (config.peopleRights === undefined || isPlatforms(assignment)) {
        return;
    }
    if (!isGiven(assignment.inputs.principalId)) {
        report("principalId is not set");
        return;
    }
    const sources = assignment.dependenciesOf("principalId");
    if (isMark(assignment.inputs.principalId) && sources.length > 0 && sources.every(lacksIdentity)) {
        report(`principalId comes from '${sources.map(({ name }) => name).join("', '")}', which has no identity`);
        return;
    }
    const { principalId, roleDefinitionId, scope } = assignment.props;
    const rows = config.peopleRights.filter((right) => gives(assignment, right));
    const inForce = rows.filter((right) => isInForce(right, config.today));
    const [right] = inForce;
    const [other] = rows;
    if (right !== undefined) {
        compare(assignment, right, report);
    } else if (other !== undefined) {
        const { group, scope, firstDay, lastDay } = other;
        const when =
            firstDay !== undefined && config.today < firstDay ? `begins on ${firstDay}` : `ended on ${lastDay}`;
        report(`access.yaml: the right of '${group}' on '${placeOf(scope)}' ${when}`);
    } else {
        report(
            `gives ${show(principalId)} the role ${show(roleGuid(roleDefinitionId))} on '${placeOf(text(scope))}', which access.yaml does not`,
        );
    }
});

/** Of what another stack or provider says, nothing is known. */
const lacksIdentity = (source: ResourceView): boolean =>
    source.type.startsWith("azure-native:") && !hasIdentity(source);

function compare({ type, props }: ResourceView, right: PeopleRight, report: Report): void {
    const isStanding = type === ROLE_ASSIGNMENT;
    if (isStanding !== right.standing) {
        const [is, says] = isStanding ? ["always there", "must be asked for"] : ["for the asking", "is always there"];
        report(`access.yaml: the right of '${right.group}' on '${placeOf(right.scope)}' ${says}, and here it is ${is}`);
    }
    if (right.condition !== undefined && (props.condition !== right.condition || props.conditionVersion !== "2.0")) {
        report(`${found("condition", props.condition)}, which does not narrow the role as declared`);
    }
    const end = isStanding ? undefined : props.scheduleInfo?.expiration?.endDateTime;
    if (!isStanding && right.lastDay !== undefined && text(end).slice(0, 10) !== right.lastDay) {
        report(`${found("scheduleInfo.expiration.endDateTime", end)}; access.yaml says ${right.lastDay}`);
    }
}
