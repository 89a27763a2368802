import { endsOf, isAddressRange, parseAddress } from "../address-range";
import { anyResourceRule } from "../rule";
import { text } from "../show";

/** The name that Azure's portal gives the rule. */
const PORTAL_NAME = "allowallwindowsazureips";

/** Of a rule of a server, and of one inside a database. */
const NAMES = ["firewallRuleName", "ruleName"] as const;

/** A range from 0.0.0.0 lets in all of Azure, also other companies' subscriptions. */
export const sqlFirewallNoAllowAzureServices = anyResourceRule((rule, report) => {
    if (!isAddressRange(rule)) {
        return;
    }
    if (parseAddress(endsOf(rule).start)?.value === 0n) {
        report(`the range starts at ${endsOf(rule).start}, which stands for all of Azure`);
    }
    for (const property of NAMES) {
        if (rule.has(property) && text(rule.props[property]).toLowerCase() === PORTAL_NAME) {
            report(`the rule is named ${rule.props[property]}`);
        }
    }
});
