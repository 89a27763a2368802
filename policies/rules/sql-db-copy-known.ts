import { DATABASE_COPY } from "../allowed-types";
import { DATABASE, SERVER } from "../azure-types";
import { isTransient } from "../data-class";
import { holdsMark, isGiven } from "../marks";
import type { ResourceView } from "../model";
import { physicalName, physicalNamesIn } from "../physical-name";
import { stackRule } from "../rule";
import { list } from "../show";
import { failoverGroupsOf, isReplica } from "../sql-relations";

export const sqlDbCopyKnown = stackRule([DATABASE], (database, report, { stack }) => {
    const groups = isTransient(database) || isReplica(database) ? [] : failoverGroupsOf(database, stack);
    if (groups.length === 0) {
        return;
    }
    const copies = stack.referrers(database, "database", DATABASE_COPY);
    if (copies.length === 0) {
        report("nothing in the plan knows of its copy on the other server of its failover group");
        return;
    }
    // A failover changes which of the two holds the copy.
    const servers = [
        ...database.references("serverName", SERVER),
        ...groups.flatMap((group) => group.references("partnerServers", SERVER)),
    ];
    for (const { name } of servers.filter((server) => !copies.some((copy) => isOn(copy, server)))) {
        report(`its ${copies[0]?.name} does not look for it on ${name}`);
    }
});

/** By host name, `<server>.database.windows.net`, or by what one that is not known is made from. */
function isOn(copy: ResourceView, server: ResourceView): boolean {
    const { servers } = copy.inputs;
    const name = physicalName(server);
    const names = physicalNamesIn(list(servers)).map((host) => host.split(".")[0]);
    const isMadeFrom = holdsMark(servers) && list(servers).every(isGiven);
    return (
        (name !== undefined && names.includes(name)) ||
        (isMadeFrom && copy.dependencyUrns("servers").includes(server.urn))
    );
}
