import ipaddr from "ipaddr.js";
import type { CloudRequest, Refusal } from "../refusal";
import { badRequest } from "./answers";
import { textAt } from "./body";
import { childrenOf, parentId } from "./ids";
import { sqlSpec } from "./sources";

const RULES = "Microsoft.Sql/servers/firewallRules";
const RULES_6 = "Microsoft.Sql/servers/ipv6FirewallRules";
const MOST_RULES = 256;
const source = sqlSpec("FirewallRules");
const methods = ["PUT"] as const;

const addresses = ({ arm }: CloudRequest): readonly string[] =>
    ["startIpAddress", "endIpAddress", "startIPv6Address", "endIPv6Address"].flatMap(
        (field) => textAt(arm.body, `properties.${field}`) ?? [],
    );

/** Addresses of equal length compare as their bytes in hexadecimal. */
const order = (address: string): string =>
    ipaddr.isValid(address)
        ? ipaddr
              .parse(address)
              .toByteArray()
              .map((byte) => byte.toString(16).padStart(2, "0"))
              .join("")
        : "";

export const FIREWALL_REFUSALS: readonly Refusal[] = [
    {
        id: "sql-firewall-closed-server",
        title: "A server whose public access is disabled takes no new or changed firewall rules.",
        source: `${source}; SQL error 42101`,
        types: [RULES, RULES_6, "Microsoft.Sql/servers/virtualNetworkRules"],
        methods,
        judge: ({ id }, cloud) =>
            textAt(cloud.get(parentId(id))?.body, "properties.publicNetworkAccess") === "Disabled"
                ? badRequest(
                      "DenyPublicEndpointEnabled",
                      "Unable to create or modify firewall rules when public network interface for the server is disabled. To manage server or database level firewall rules, please enable the public network interface.",
                  )
                : undefined,
    },
    {
        id: "sql-firewall-not-ipv4",
        title: "A firewall rule has addresses of IPv4 only; those of IPv6 have a type of their own.",
        source,
        types: [RULES],
        methods,
        judge: (request) =>
            addresses(request).every((address) => ipaddr.IPv4.isValidFourPartDecimal(address))
                ? undefined
                : badRequest("FirewallRuleNotIPv4Address", "The provided firewall rule address is not IPv4."),
    },
    {
        id: "sql-firewall-range",
        title: "A firewall rule's range begins at or before its end.",
        source,
        types: [RULES, RULES_6],
        methods,
        judge: (request) => {
            const [start, end] = addresses(request).map(order);
            return start !== undefined && end !== undefined && start <= end
                ? undefined
                : badRequest("FirewallRuleInvalidRange", "The specified firewall rule range is invalid.");
        },
    },
    {
        id: "sql-firewall-too-many",
        title: `A server takes at most ${MOST_RULES} firewall rules.`,
        source: `${source}; the number [U]`,
        types: [RULES],
        methods,
        judge: ({ id, existing }, cloud) =>
            existing === undefined && childrenOf(cloud, parentId(id), RULES).length >= MOST_RULES
                ? badRequest("TooManyFirewallRules", "The provided firewall rules are over the limit.")
                : undefined,
    },
];
