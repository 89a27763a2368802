import * as ipaddr from "ipaddr.js";
import { SITES } from "../azure-types";
import { tag } from "../data-class";
import type { Props, ResourceView } from "../model";
import { type Report, type ResourceContext, resourceRule } from "../rule";
import { found, list, show, text } from "../show";

export const webIngressRestricted = resourceRule(SITES, (site, report, { config }) => {
    const { publicNetworkAccess, siteConfig } = site.props;
    if (publicNetworkAccess === "Disabled") {
        return;
    }
    judgeEntrance(siteConfig, "ip", isDeclaredPublic(site), report, config);
    if (siteConfig?.scmIpSecurityRestrictionsUseMain === true) {
        if (isDeclaredPublic(site)) {
            report(
                "siteConfig.scmIpSecurityRestrictionsUseMain opens the SCM site to whom the public front-end is open",
            );
        }
    } else {
        judgeEntrance(siteConfig, "scmIp", false, report, config);
    }
});

/** A front-end that is meant for everybody says so by a tag; no SCM site ever is. */
const isDeclaredPublic = (site: ResourceView): boolean => tag(site, "publicFrontEnd") === "declared";

function judgeEntrance(
    siteConfig: Props["siteConfig"],
    prefix: "ip" | "scmIp",
    open: boolean,
    report: Report,
    config: ResourceContext["config"],
): void {
    const action = `${prefix}SecurityRestrictionsDefaultAction`;
    // A rule "Deny all" at the end of the list is ignored on a new site: only the default action closes it.
    if (siteConfig?.[action] !== "Deny") {
        report(found(`siteConfig.${action}`, siteConfig?.[action]));
    }
    for (const rule of list(siteConfig?.[`${prefix}SecurityRestrictions`])) {
        if (rule?.action !== "Deny" && !open && isWide(rule, config)) {
            report(`siteConfig.${prefix}SecurityRestrictions lets in ${show(rule.ipAddress)}`);
        }
    }
}

/** Service tags that stand for other people's machines. */
const WIDE_TAGS = /^(AzureCloud|Internet)(\.|$)/i;

function isWide(rule: Props, config: ResourceContext["config"]): boolean {
    // A rule for a subnet has no address.
    if (rule?.ipAddress === undefined || rule.ipAddress === null) {
        return false;
    }
    const addresses = text(rule.ipAddress).split(",");
    return rule.tag === "ServiceTag"
        ? addresses.some((name) => WIDE_TAGS.test(name.trim()))
        : addresses.some((address) => isWideBlock(address.trim(), config));
}

/** Everything that cannot be read as a block is wide: Azure reads `Any` as everybody. */
function isWideBlock(block: string, { widestIpv4Prefix, widestIpv6Prefix }: ResourceContext["config"]): boolean {
    const [address = "", prefix] = block.split("/");
    if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
        return !(Number(prefix ?? 32) >= widestIpv4Prefix);
    }
    return !ipaddr.IPv6.isValid(address) || !(Number(prefix ?? 128) >= widestIpv6Prefix);
}
