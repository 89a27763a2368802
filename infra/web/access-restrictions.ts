import { createHash } from "node:crypto";
import type { web } from "@pulumi/azure-native/types/input";
import * as ipaddr from "ipaddr.js";
import { Refusal } from "../refusal";

/** Who may reach a site, by declaration; everyone else is denied. */
export type Ingress =
    | { readonly kind: "internet" }
    /** IPv4 or IPv6 addresses or CIDR ranges. */
    | { readonly kind: "addresses"; readonly addresses: readonly string[] }
    /** Only through private endpoints: the site has no public address. */
    | { readonly kind: "private" };

/** What a site does: a back-end is for front-ends only. */
export type SiteRole = "front-end" | "back-end";

/** A declared range holds at most 2^8 addresses, as those of SQL do: wider ones add up to everybody. */
const MOST_BITS = 8;

/** A name that Azure accepts is at most this long. */
const RULE_NAME_LENGTH = 32;

/**
 * Checks that an ingress fits a role.
 *
 * @throws Refusal for a back-end with a public address, for no address at all, and for one that Azure could not read or that
 * means everybody.
 */
export function requireIngress(role: SiteRole, ingress: Ingress): void {
    if (role === "back-end" && ingress.kind !== "private") {
        throw new Refusal(`a back-end is reached by private endpoints only, got ingress '${ingress.kind}'`);
    }
    if (ingress.kind === "addresses") {
        if (ingress.addresses.length === 0) {
            throw new Refusal(
                "ingress 'addresses' names no address; name at least one, or choose 'internet' or 'private'",
            );
        }
        const ranges = ingress.addresses.map(cidrOf);
        const twice = ranges.find((range, index) => ranges.indexOf(range) !== index);
        if (twice !== undefined) {
            throw new Refusal(`ingress 'addresses' names '${twice}' twice; name each address once`);
        }
    }
}

/**
 * The allow rules of a site. All have one priority: none denies, so their order means nothing and a new one moves no other.
 * Traffic through a private endpoint is not judged by these rules at all.
 */
export function siteAccess(ingress: Ingress, runnersSubnetId: string): web.IpSecurityRestrictionArgs[] {
    switch (ingress.kind) {
        case "private":
            return [];
        case "internet":
            // Azure reads 0.0.0.0/0 as IPv4 only: without the second rule visitors with IPv6 are refused (azure-docs#63475).
            return [
                allow("internet-ipv4", "Public front-end by declaration", "0.0.0.0/0"),
                allow("internet-ipv6", "Public front-end by declaration", "::/0"),
                trafficManagerProbes(),
            ];
        case "addresses":
            // The runners ask a new release for its health.
            return [...ingress.addresses.map(declared), trafficManagerProbes(), ...scmAccess(runnersSubnetId)];
    }
}

/** The only way to a site's deployment and console: the pipeline's runners, whose subnet needs the service endpoint Microsoft.Web. */
export function scmAccess(runnersSubnetId: string): web.IpSecurityRestrictionArgs[] {
    return [
        {
            name: "runners",
            description: "The pipeline's runners",
            action: "Allow",
            priority: 100,
            tag: "Default",
            vnetSubnetResourceId: runnersSubnetId,
        },
    ];
}

const allow = (name: string, description: string, ipAddress: string): web.IpSecurityRestrictionArgs => ({
    name,
    description,
    action: "Allow",
    priority: 100,
    tag: "Default",
    ipAddress,
});

/** Probes come from Microsoft's addresses, which change: a service tag follows them. */
const trafficManagerProbes = (): web.IpSecurityRestrictionArgs => ({
    ...allow("traffic-manager", "Traffic Manager's health probes", "AzureTrafficManager"),
    tag: "ServiceTag",
});

function declared(address: string): web.IpSecurityRestrictionArgs {
    const cidr = cidrOf(address);
    return allow(ruleName(cidr), "Declared address", cidr);
}

/** Keyed by the address, never by its place in the list. */
function ruleName(cidr: string): string {
    if (cidr.length <= RULE_NAME_LENGTH) {
        return cidr;
    }
    const hash = createHash("sha256").update(cidr).digest("hex").slice(0, 6);
    return `${cidr.slice(0, RULE_NAME_LENGTH - hash.length - 1)}-${hash}`;
}

/** An address as the range that App Service wants: a single one gets its full prefix. */
function cidrOf(address: string): string {
    const [network = "", prefix, ...rest] = address.split("/");
    const known = rest.length === 0 && (ipaddr.IPv4.isValidFourPartDecimal(network) || ipaddr.IPv6.isValid(network));
    const widest = ipaddr.IPv4.isValidFourPartDecimal(network) ? 32 : 128;
    const length = prefix === undefined ? widest : Number(prefix);
    if (!known || !/^\d+$/.test(prefix ?? "0") || length > widest) {
        throw new Refusal(
            `'${address}' is not an IP address or CIDR range; write it as '203.0.113.7' or '203.0.113.0/24'`,
        );
    }
    if (length === 0) {
        throw new Refusal(`'${address}' means everybody; declare ingress 'internet' if the site is for everybody`);
    }
    if (widest - length > MOST_BITS) {
        throw new Refusal(
            `'${address}' is too wide, at most a /${widest - MOST_BITS} is allowed; declare ingress 'internet' if the site is for everybody`,
        );
    }
    return `${network}/${length}`;
}
