import { DATABASE_ALERT_POLICY, SERVER_ALERT_POLICY } from "../azure-types";
import { resourceRule } from "../rule";
import { found, list, text } from "../show";

export const sqlAlertEmails = resourceRule([SERVER_ALERT_POLICY, DATABASE_ALERT_POLICY], ({ props }, report) => {
    if (!list(props.emailAddresses).some((address) => /\S@\S/.test(text(address)))) {
        report(found("emailAddresses", props.emailAddresses));
    }
    if (props.emailAccountAdmins !== true) {
        report(found("emailAccountAdmins", props.emailAccountAdmins));
    }
});
