import { FIREWALL_REFUSALS } from "../../../../sandbox/azure/refusals/firewall";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const SERVER = "shard-01-primary-server";
const RULE = "shard-01-primary-firewall-office-utrecht";

const rule = (change: Asked["change"]): Asked => ({ method: "PUT", type: "sql:FirewallRule", name: RULE, change });

describeRefusals(
    "firewall rules",
    FIREWALL_REFUSALS,
    {
        "sql-firewall-closed-server": {
            given: [{ method: "PUT", type: "sql:Server", name: SERVER, change: { publicNetworkAccess: "Disabled" } }],
            refused: rule({ firewallRuleName: "new" }),
            allowed: { ...rule({ firewallRuleName: "new" }), name: "shard-01-secondary-firewall-office-utrecht" },
            message: "public network interface for the server is disabled",
        },
        "sql-firewall-not-ipv4": {
            refused: rule({ startIpAddress: "2001:db8::1", endIpAddress: "2001:db8::1" }),
            allowed: rule({ startIpAddress: "192.0.2.1", endIpAddress: "192.0.2.1" }),
        },
        "sql-firewall-range": {
            refused: rule({ startIpAddress: "192.0.2.9", endIpAddress: "192.0.2.8" }),
            allowed: rule({ startIpAddress: "192.0.2.9", endIpAddress: "192.0.2.10" }),
        },
        "sql-firewall-too-many": {
            given: Array.from({ length: 253 }, (_, index) => rule({ firewallRuleName: `rule-${index}` })),
            refused: rule({ firewallRuleName: "one-more" }),
            allowed: rule({ firewallRuleName: "rule-7", startIpAddress: "192.0.2.1", endIpAddress: "192.0.2.1" }),
        },
    },
    "productie",
);
