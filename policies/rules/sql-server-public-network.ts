import { isAddressRange } from "../address-range";
import { SERVER } from "../azure-types";
import type { ResourceView, StackView } from "../model";
import { stackRule } from "../rule";
import { found } from "../show";
import { databasesOn } from "../sql-relations";

/** Closed, or open for at least one declared address: of the server, or of one of its databases. */
export const sqlServerPublicNetwork = stackRule([SERVER], (server, report, { stack }) => {
    const access = server.props.publicNetworkAccess;
    if (access === "Disabled") {
        // Azure refuses them on a closed server: "Unable to create or modify firewall rules".
        for (const { name } of serverRules(server, stack)) {
            report(`publicNetworkAccess is 'Disabled' and firewall rule ${name} is declared, which Azure refuses`);
        }
    } else if (access !== "Enabled") {
        report(found("publicNetworkAccess", access));
    } else if (serverRules(server, stack).length === 0 && databaseRules(server, stack).length === 0) {
        report("publicNetworkAccess is 'Enabled' and no address is declared");
    }
});

const serverRules = (server: ResourceView, stack: StackView): readonly ResourceView[] =>
    stack.referrers(server, "serverName", "azure-native:sql:FirewallRule", "azure-native:sql:IPv6FirewallRule");

/** Rules inside a database have no type in Azure: whatever states a range and depends on the server or a database of it. */
function databaseRules(server: ResourceView, stack: StackView): readonly ResourceView[] {
    const inside = [server, ...databasesOn(server, stack)];
    const types = [...new Set(inside.map(({ type }) => type))];
    return stack.all.filter(
        (resource) =>
            !resource.type.startsWith("azure-native:") &&
            isAddressRange(resource) &&
            Object.keys(resource.inputs).some((property) =>
                resource.references(property, ...types).some((target) => inside.includes(target)),
            ),
    );
}
