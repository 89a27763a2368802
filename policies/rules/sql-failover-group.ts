import { DATABASE, FAILOVER_GROUP, SERVER } from "../azure-types";
import type { PackConfig } from "../config";
import { isTransient } from "../data-class";
import type { ResourceView } from "../model";
import { isAllowedRegion, normalRegion } from "../regions";
import { type Report, stackRule } from "../rule";
import { found, show } from "../show";
import { failoverGroupsOf, isReplica } from "../sql-relations";

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
    const regionsOf = (property: string) => group.references(property, SERVER).map(({ props }) => props.location);
    const own = regionsOf("serverName");
    for (const partner of regionsOf("partnerServers")) {
        if (!isAllowedRegion(partner, config)) {
            report(`its partner's location is ${show(partner)}, not in the European Union`);
        } else if (own.some((location) => normalRegion(location) === normalRegion(partner))) {
            report(`its partner is in the same region, ${partner}`);
        }
    }
    if (!group.has("partnerServers")) {
        report(found("partnerServers", undefined));
    }
}
