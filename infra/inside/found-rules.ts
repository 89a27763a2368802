import { type Range, RULE_KINDS, type RuleKind } from "./rule-ends";
import type { Session } from "./session";

/** The rules of one name that a database has. */
export type FoundRules = Readonly<Partial<Record<RuleKind, Range>>>;

/**
 * How each kind is read and written. The procedures take a name of type nvarchar and addresses of type varchar, and convert nothing, as Microsoft
 * says of those for a server's rules ("sp_delete_firewall_rule"). Those for IPv6 are unverified: Microsoft documents their view, and no text that
 * is public names them; these names follow those for IPv4, as the view's does.
 */
export const RULE_STATEMENTS: Readonly<Record<RuleKind, { find: string; set: string; remove: string }>> = {
    ipv4: {
        find: `SELECT r.start_ip_address AS [start], r.end_ip_address AS [end]
FROM sys.database_firewall_rules AS r
WHERE r.[name] = @name`,
        set: "EXECUTE sp_set_database_firewall_rule @name = @name, @start_ip_address = @start, @end_ip_address = @end;",
        remove: "EXECUTE sp_delete_database_firewall_rule @name = @name;",
    },
    ipv6: {
        find: `SELECT r.start_ipv6_address AS [start], r.end_ipv6_address AS [end]
FROM sys.ipv6_database_firewall_rules AS r
WHERE r.[name] = @name`,
        set: "EXECUTE sp_set_ipv6_database_firewall_rule @name = @name, @start_ipv6_address = @start, @end_ipv6_address = @end;",
        remove: "EXECUTE sp_delete_ipv6_database_firewall_rule @name = @name;",
    },
};

/** "Could not find stored procedure". */
export const RULE_ADVICE: Readonly<Record<number, string>> = {
    2812: "The name of its procedure for IPv6 addresses is nowhere documented, and this server knows it by another: give the tenant IPv4 addresses.",
};

export async function findRules(session: Session, name: string): Promise<FoundRules> {
    const found: Partial<Record<RuleKind, Range>> = {};
    for (const kind of RULE_KINDS) {
        const [row] = await session.query(RULE_STATEMENTS[kind].find, { name });
        if (row !== undefined) {
            found[kind] = { start: String(row.start).trim(), end: String(row.end).trim() };
        }
    }
    return found;
}
