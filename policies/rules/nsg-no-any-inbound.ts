import { isWideBlock } from "../address-block";
import { tooMuchTogether } from "../address-sums";
import type { PackConfig } from "../config";
import type { Props } from "../model";
import { isPrivateBlock } from "../private-block";
import { type Report, resourceRule } from "../rule";
import { list, show, text } from "../show";

const GROUP = "azure-native:network:NetworkSecurityGroup";
const RULE = "azure-native:network:SecurityRule";

/** The service tags that stand for one's own network, or for what only asks for health. All others are other people's machines too. */
const OWN_TAGS: ReadonlySet<string> = new Set([
    "azureloadbalancer",
    "azuretrafficmanager",
    "gatewaymanager",
    "virtualnetwork",
]);

/** Whatever the port: what is meant for everybody comes in by App Service and Traffic Manager. */
export const nsgNoAnyInbound = resourceRule([GROUP, RULE], ({ type, name, props }, report, { config }) => {
    const rules = type === RULE ? [props] : list(props.securityRules);
    for (const rule of rules) {
        judgeRule(rule ?? {}, text(rule?.name) || text(rule?.securityRuleName) || name, report, config);
    }
    const open = rules.filter(letsIn).flatMap(sourcesOf).map(text);
    const together = tooMuchTogether(
        open.filter((source) => !isPrivateBlock(source)),
        config,
    );
    if (together) {
        report(together);
    }
});

function judgeRule(rule: Props, name: string, report: Report, config: PackConfig): void {
    if (!letsIn(rule)) {
        return;
    }
    const sources = sourcesOf(rule);
    if (sources.length === 0 && list(rule.sourceApplicationSecurityGroups).length === 0) {
        report(`rule ${name} names no source`);
    }
    for (const source of sources.filter((each) => !isNarrow(text(each), config))) {
        report(`rule ${name} lets in ${show(source)}`);
    }
}

/** Absent is not outbound, and not a denial. */
const letsIn = (rule: Props | null): boolean =>
    !/^outbound$/i.test(text(rule?.direction)) && !/^deny$/i.test(text(rule?.access));

const sourcesOf = (rule: Props | null): readonly unknown[] =>
    [rule?.sourceAddressPrefix, ...list(rule?.sourceAddressPrefixes)].filter((each) => each ?? false);

const isNarrow = (source: string, config: PackConfig): boolean =>
    OWN_TAGS.has(source.toLowerCase()) || isPrivateBlock(source) || !isWideBlock(source, config);
