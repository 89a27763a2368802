import { DATABASE, FAILOVER_GROUP, SERVER } from "../azure-types";
import type { PackConfig } from "../config";
import { isTransient } from "../data-class";
import { UndecidedError } from "../marks";
import type { ResourceView } from "../model";
import { isAllowedRegion, normalRegion } from "../regions";
import { type Report, stackRule } from "../rule";
import { found, list, show } from "../show";
import { failoverGroupsOf, isReplica, serverOf } from "../sql-relations";

export const sqlFailoverGroup = stackRule([DATABASE, FAILOVER_GROUP], (resource, report, { stack, config }) => {
    if (resource.type === FAILOVER_GROUP) {
        judgeGroup(resource, report, config);
    } else if (!isTransient(resource) && !isReplica(resource) && failoverGroupsOf(resource, stack).length === 0) {
        report("is in no failover group");
    }
});

function judgeGroup(group: ResourceView, report: Report, config: PackConfig): void {
    const policy = group.props.readWriteEndpoint?.failoverPolicy;
    if (policy !== "Manual") {
        report(found("readWriteEndpoint.failoverPolicy", policy));
    }
    if (!group.has("partnerServers")) {
        report(found("partnerServers", group.inputs.partnerServers));
        return;
    }
    const partners = group.references("partnerServers", SERVER);
    const own = serverOf(group);
    for (const partner of partners.map(({ props }) => props.location)) {
        if (!isAllowedRegion(partner, config)) {
            report(`its partner's location is ${show(partner)}, not in the European Union`);
        } else if (own && normalRegion(own.props.location) === normalRegion(partner)) {
            report(`its partner is in the same region, ${partner}`);
        }
    }
    if (own === undefined || normalRegion(own.props.location) === undefined) {
        throw new UndecidedError("the region of its server is not in the plan");
    }
    if (partners.length < Math.max(1, list(group.inputs.partnerServers).length)) {
        throw new UndecidedError("the region of a partner server is not in the plan");
    }
}
