import { isWideBlock } from "../address-block";
import { tooMuchTogether } from "../address-sums";
import { SITES } from "../azure-types";
import type { PackConfig } from "../config";
import { tag } from "../data-class";
import { isGiven, isMark, unguarded } from "../marks";
import type { Props, ResourceView, StackView } from "../model";
import { type Report, stackRule } from "../rule";
import { found, list, show, text } from "../show";
import { isBehindProfile } from "../traffic-relations";

export const webIngressRestricted = stackRule(SITES, (site, report, { stack, config }) => {
    const { publicNetworkAccess, siteConfig } = site.props;
    // Azure keeps it in the configuration as well, and either may be the one that is sent last.
    if (publicNetworkAccess === "Disabled" && ["Disabled", undefined, null].includes(siteConfig?.publicNetworkAccess)) {
        return;
    }
    const isPublic = isPublicFrontEnd(site, stack);
    judgeEntrance(siteConfig, { prefix: "ip", open: isPublic, tags: PROBES }, report, config);
    const useMain = siteConfig?.scmIpSecurityRestrictionsUseMain;
    if (useMain === false || useMain === undefined || useMain === null) {
        judgeEntrance(siteConfig, { prefix: "scmIp", open: false, tags: NONE }, report, config);
    } else if (isPublic) {
        report("siteConfig.scmIpSecurityRestrictionsUseMain opens the SCM site to whom the public front-end is open");
    } else {
        judgeEntrance(siteConfig, { prefix: "ip", open: false, tags: NONE }, report, config);
    }
});

/** Says by a tag that it is meant for everybody, and is where everybody is led to. No SCM site ever is. */
const isPublicFrontEnd = (site: ResourceView, stack: StackView): boolean =>
    tag(site, "publicFrontEnd") === "declared" && isBehindProfile(site, stack);

/** The service tags that are let in: all others stand for other people's machines too. Traffic Manager only asks for health. */
const PROBES: readonly string[] = ["azuretrafficmanager"];
const NONE: readonly string[] = [];

interface Entrance {
    readonly prefix: "ip" | "scmIp";
    readonly open: boolean;
    /** Service tags that may come in, in lower case. */
    readonly tags: readonly string[];
}

function judgeEntrance(siteConfig: Props["siteConfig"], entrance: Entrance, report: Report, config: PackConfig): void {
    const { prefix, open, tags } = entrance;
    const action = `${prefix}SecurityRestrictionsDefaultAction`;
    // A rule "Deny all" at the end of the list is ignored on a new site: only the default action closes it.
    if (siteConfig?.[action] !== "Deny") {
        report(found(`siteConfig.${action}`, siteConfig?.[action]));
    }
    const rules = list(siteConfig?.[`${prefix}SecurityRestrictions`]);
    const blocks = rules.filter((rule) => rule?.action !== "Deny").flatMap(blocksOf);
    const together = open ? undefined : tooMuchTogether(blocks, config);
    if (together) {
        report(`siteConfig.${prefix}SecurityRestrictions ${together}`);
    }
    for (const rule of rules) {
        if (rule?.action !== "Deny" && !open && isWide(rule, tags, config)) {
            report(`siteConfig.${prefix}SecurityRestrictions lets in ${show(rule?.ipAddress)}`);
        }
    }
}

/** None where a service tag is named, or where the address is not known: that is read below. */
const blocksOf = (rule: Props | null): readonly string[] =>
    isMark(unguarded(rule, "ipAddress")) ? [] : text(rule?.ipAddress).split(",");

function isWide(rule: Props | null, tags: readonly string[], config: PackConfig): boolean {
    if (!isGiven(unguarded(rule, "ipAddress"))) {
        // A rule for a subnet has no address; one for nothing in particular is for everybody.
        return !isGiven(unguarded(rule, "vnetSubnetResourceId"));
    }
    const names = text(rule?.ipAddress).split(",");
    return text(rule?.tag).toLowerCase() === "servicetag"
        ? names.some((name) => !tags.includes(name.trim().toLowerCase()))
        : names.some((block) => isWideBlock(block, config));
}
