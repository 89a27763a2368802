import { isAddressRange, rangeOf } from "../address-range";
import { DATABASE_FIREWALL_RULE, DATABASE_USER } from "../allowed-types";
import { USER_IDENTITY } from "../azure-types";
import type { PackConfig } from "../config";
import { GUID } from "../guid";
import { isMark, UnreadableError } from "../marks";
import type { ResourceView } from "../model";
import { anyStackRule, type Report } from "../rule";
import { found, text } from "../show";
import { idOf, type Separation, separationOf, tenantOf } from "../tenant-separation";

const SERVER_RULES = ["azure-native:sql:FirewallRule", "azure-native:sql:IPv6FirewallRule"];

/** What opens all databases of a server, or joins some, without an address or a user. */
const WAYS: ReadonlyMap<string, string> = new Map([
    ["azure-native:sql:JobAgent", "runs statements in several databases"],
    ["azure-native:sql:JobTargetGroup", "runs statements in several databases"],
    ["azure-native:sql:SyncGroup", "copies rows from one database to another"],
    ["azure-native:sql:SyncMember", "copies rows from one database to another"],
    ["azure-native:sql:VirtualNetworkRule", "lets a whole network into every database of the server"],
]);

const OUTBOUND = "azure-native:sql:OutboundFirewallRule";
const SQL_HOST = /\.database\.(windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)\.?$/i;

/** What is let in by a server is let into all of its databases, and what is let into one by that one alone; into one that is closed nothing. */
export const sqlTenantSeparated = anyStackRule((resource, report, { stack, config }) => {
    const { type } = resource;
    const way = WAYS.get(type);
    if (way !== undefined) {
        report(way);
    } else if (type === OUTBOUND) {
        // Nothing but a query across databases goes there.
        if (SQL_HOST.test(text(resource.props.outboundRuleFqdn).trim())) {
            report(`lets databases query others, on ${resource.props.outboundRuleFqdn}`);
        }
    } else if (opensServer(resource)) {
        for (const { what, owner } of overlapping(resource, separationOf(stack, config))) {
            report(`lets ${what} of tenant '${owner}' into every database of the server`);
        }
    } else if (type === DATABASE_FIREWALL_RULE || type === DATABASE_USER) {
        judgeInside(resource, report, config, separationOf(stack, config));
    }
});

/** Rules of a server, also those of other providers: what a program makes by them Azure has all the same. */
const opensServer = (rule: ResourceView): boolean =>
    SERVER_RULES.includes(rule.type) ||
    (rule.type !== DATABASE_FIREWALL_RULE && !rule.type.startsWith("azure-native:") && isAddressRange(rule));

function judgeInside(resource: ResourceView, report: Report, config: PackConfig, separation: Separation): void {
    const tenant = tenantOf(resource, config);
    if (tenant === undefined) {
        report(found("database", resource.inputs.database));
    } else if (separation.closed.has(tenant)) {
        report(`is in the database of '${tenant}', which is suspended or leaving: only administrators get in`);
    } else if (resource.type === DATABASE_USER) {
        judgeUser(resource, tenant, report, separation);
    } else {
        for (const { what, owner } of overlapping(resource, separation, tenant)) {
            report(`lets ${what} of tenant '${owner}' into the database of '${tenant}'`);
        }
    }
}

/** What is no range of addresses is refused for that, by another rule. */
function overlapping(rule: ResourceView, { addresses }: Separation, owner?: string) {
    const range = rangeOf(rule);
    return range ? addresses.with(range, owner) : [];
}

function judgeUser(user: ResourceView, tenant: string, report: Report, separation: Separation): void {
    const { entraId, kind } = user.inputs;
    const identities = user.dependenciesOf("entraId").filter(({ type }) => type === USER_IDENTITY);
    if (identities.length > 0) {
        // The application's one identity reaches every tenant; the matrix of tenants shows it.
        if (!identities.every(({ urn }) => separation.applications.has(urn))) {
            report("is an identity that no site runs as");
        } else if (kind !== "managed-identity" && !isMark(kind)) {
            report(`${found("kind", kind)}, and entraId is made from an identity that a site runs as`);
        }
        // What is known may be another's all the same: a program can make anything of an output.
        if (!isMark(entraId)) {
            judgeReader(idOf(entraId), tenant, report, separation);
        }
        return;
    }
    if (isMark(entraId)) {
        throw new UnreadableError("entraId");
    }
    const id = idOf(entraId);
    if (!GUID.test(id)) {
        report(found("entraId", entraId));
        return;
    }
    if (kind !== "group" && !isMark(kind)) {
        report("is no group, and no identity that a site of this stack runs as");
    }
    for (const other of othersAmong(separation.users.get(id), tenant)) {
        report(`is in the database of tenant '${other}' too`);
    }
    judgeReader(id, tenant, report, separation);
    if (!separation.administrators.has(id) && [...separation.administrators].some(isMark)) {
        throw new UnreadableError("the administrator of a server");
    }
}

function judgeReader(id: string, tenant: string, report: Report, { readers, administrators }: Separation): void {
    for (const other of othersAmong(readers.get(id), tenant)) {
        report(`is a reader of tenant '${other}', in the database of '${tenant}'`);
    }
    if (administrators.has(id)) {
        report("is the group that administers the servers, and so in every database");
    }
}

/** Where a thousand tenants share a user, each need not name all others. */
const MOST_OTHERS = 3;

const othersAmong = (tenants: ReadonlySet<string> | undefined, own: string): readonly string[] =>
    [...(tenants ?? [])].filter((tenant) => tenant !== own).slice(0, MOST_OTHERS);
