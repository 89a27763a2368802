import { RULE_PREFIX } from "../../../stacks/test-window";
import { templated } from "../../plan/templated";
import type { Facts, FactsArgs } from "../facts";

const SERVER = "azure-native:sql:Server";
const ASSESSMENT = "azure-native:sql:SqlVulnerabilityAssessmentsSetting";
const RULES = ["azure-native:sql:FirewallRule", "azure-native:sql:IPv6FirewallRule"];

/** Measure 3 between two external tests: what looks for attacks and vulnerabilities all year, and the window of a test. */
export const securityTests: Facts = {
    measure: 3,
    of: (args) => [...defender(args), vulnerabilities(args), ...testWindow(args)],
};

function defender({ resources, loaded }: FactsArgs): readonly string[] {
    const made = resources.flatMap(templated);
    const plans = made.filter(
        ({ type, properties }) => type === "Microsoft.Security/pricings" && properties.pricingTier === "Standard",
    );
    const contacts = made.filter(({ type }) => type === "Microsoft.Security/securityContacts");
    if (plans.length === 0 && !loaded.settings.ownsSubscription) {
        return ["Defender for Cloud is left to the owner of the subscription"];
    }
    return [
        `Defender plans that are on: ${plans.map(({ name }) => name).join(", ") || "none"}`,
        `Defender tells ${contacts.map(({ properties }) => String(properties.emails).replaceAll(";", ", ")).join(", ") || "nobody"}`,
    ];
}

function vulnerabilities({ resources }: FactsArgs): string {
    const servers = resources.filter(({ type }) => type === SERVER);
    const assessed = resources.filter(({ type, inputs }) => type === ASSESSMENT && inputs.state === "Enabled");
    return `vulnerability assessment is on for ${assessed.length} of ${servers.length} SQL servers`;
}

function testWindow({ resources, loaded }: FactsArgs): readonly string[] {
    const window = loaded.settings.testWindow;
    if (window === undefined) {
        return [];
    }
    const { party, from, until, addresses } = window;
    const names = new Set(addresses.map(({ name }) => `${RULE_PREFIX}${name}`));
    const open = resources.filter(
        ({ type, inputs }) => RULES.includes(type) && names.has(String(inputs.firewallRuleName)),
    );
    const rules = open.length === 1 ? "1 firewall rule of it" : `${open.length} firewall rules of it`;
    return [`test window of ${party} from ${from} until ${until}: ${rules}`];
}
