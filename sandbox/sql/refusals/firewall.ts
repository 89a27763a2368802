import type { SqlRefusal } from "../sql-refusal";
import { AZURE_ERRORS } from "./sources";

/** Of the firewall rules of a database. */
export const RULE_REFUSALS = {
    wrongRange: {
        number: 40614,
        text: "Start IP address of firewall rule cannot exceed End IP address.",
        title: "A rule that ends before it begins.",
        source: AZURE_ERRORS,
    },
    longRuleName: {
        number: 40617,
        text: "The firewall rule name that starts with '%s' is too long. Maximum length is 128.",
        title: "A rule with a name of more than 128 UTF-16 units.",
        source: AZURE_ERRORS,
    },
    noRuleName: {
        number: 40618,
        text: "The firewall rule name cannot be empty.",
        title: "A rule without a name.",
        source: AZURE_ERRORS,
    },
} as const satisfies Readonly<Record<string, SqlRefusal>>;
