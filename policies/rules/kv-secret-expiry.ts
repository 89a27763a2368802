import { VAULT_SECRET } from "../azure-types";
import { dayOf } from "../calendar";
import { resourceRule } from "../rule";
import { found } from "../show";

/** A year, also one with a 29th of February. */
const LONGEST_DAYS = 366;
const SECONDS_A_DAY = 86_400;

/** ARM's name is `exp`. Key Vault hands an expired secret out all the same, so a day that is past is no end either. */
export const kvSecretExpiry = resourceRule([VAULT_SECRET], ({ props }, report, { config }) => {
    const expires = props.properties?.attributes?.expires;
    const where = found("properties.attributes.expires", expires);
    if (typeof expires !== "number") {
        report(where);
        return;
    }
    const days = expires / SECONDS_A_DAY - (dayOf(config.today) ?? 0);
    if (days <= 0) {
        report(`${where}, which is past`);
    } else if (days > LONGEST_DAYS) {
        report(`${where}, more than a year ahead`);
    }
});
