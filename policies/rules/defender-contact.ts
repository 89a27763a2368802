import type { Props, StackView } from "../model";
import { type Report, stackRule } from "../rule";
import { found, list, text } from "../show";
import { ALL_WATCHED, answersFor, MAY_SPEAK } from "../subscription-controls";
import { objectsInTemplate, objectsInTemplates, SUBSCRIPTION_TEMPLATE } from "../subscription-objects";

const CONTACT = "azure-native:security:SecurityContact";
const ARM_TYPE = "microsoft.security/securitycontacts";

/** From which alerts on mail is sent: each of these sends those of high severity too. */
const SEVERITIES: readonly string[] = ["High", "Low", "Medium"];

/**
 * Judges each contact, and the stack, or where a plan does not show the stack the first server, site, vault or storage account: who
 * holds one of those must be told what Defender sees. The contact of another stack in the subscription does not show here.
 */
export const defenderContact = stackRule(
    [...MAY_SPEAK, CONTACT, SUBSCRIPTION_TEMPLATE],
    (resource, report, { stack }) => {
        if (resource.type === CONTACT) {
            judgeContact(resource.props, report);
        }
        if (resource.type === SUBSCRIPTION_TEMPLATE) {
            objectsInTemplate(ARM_TYPE, resource).forEach(({ properties }) => {
                judgeContact(properties, report);
            });
        }
        if (answersFor(resource, ALL_WATCHED, stack) && !hasContact(stack)) {
            report("nothing says whom Defender tells");
        }
    },
);

const hasContact = (stack: StackView): boolean =>
    stack.ofType(CONTACT).length > 0 || objectsInTemplates(ARM_TYPE, stack).length > 0;

function judgeContact({ emails, isEnabled, notificationsByRole, notificationsSources }: Props, report: Report): void {
    const addresses = text(emails)
        .split(/[;,]/)
        .map((each) => each.trim())
        .filter((each) => each !== "");
    if (addresses.length === 0 || !addresses.every((each) => /^[^@\s]+@[^@\s]+$/.test(each))) {
        report(`${found("emails", emails)}, not a list of addresses`);
    }
    if (isEnabled !== true) {
        report(found("isEnabled", isEnabled));
    }
    if (notificationsByRole?.state !== "On") {
        report(found("notificationsByRole.state", notificationsByRole?.state));
    }
    if (!list(notificationsByRole?.roles).some((role) => text(role).trim() !== "")) {
        report("notificationsByRole.roles names no role");
    }
    const alerts = list(notificationsSources).filter((source) => source?.sourceType === "Alert");
    if (!alerts.some((source) => SEVERITIES.includes(source?.minimalSeverity))) {
        report("notificationsSources has no source 'Alert' with a minimalSeverity of High, Medium or Low");
    }
}
