import { isAddressRange } from "../address-range";
import { DATABASE, FAILOVER_GROUP, SERVER } from "../azure-types";
import { UndecidedError } from "../marks";
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
    } else if (serverRules(server, stack).length === 0 && !hasDatabaseRules(server, stack)) {
        report("publicNetworkAccess is 'Enabled' and no address is declared");
    }
});

const serverRules = (server: ResourceView, stack: StackView): readonly ResourceView[] =>
    stack.referrers(server, "serverName", "azure-native:sql:FirewallRule", "azure-native:sql:IPv6FirewallRule");

/** Rules inside a database have no type in Azure: whatever states a range and refers to the server or a database of it. */
function hasDatabaseRules(server: ResourceView, stack: StackView): boolean {
    const { opened, doubtful } = openedIn(stack);
    const isOpened = [server, ...databasesOn(server, stack), ...copiedTo(server, stack)].some(({ urn }) =>
        opened.has(urn),
    );
    if (!isOpened && doubtful) {
        throw doubtful;
    }
    return isOpened;
}

/** A rule inside a database is in its copy as well, and counts there after a failover. */
const copiedTo = (server: ResourceView, stack: StackView): readonly ResourceView[] =>
    stack
        .referrers(server, "partnerServers", FAILOVER_GROUP)
        .flatMap((group) => group.references("databases", DATABASE));

interface Opened {
    /** URNs of the servers and databases that ranges refer to. */
    readonly opened: ReadonlySet<string>;
    /** Set where a range might refer to any. */
    readonly doubtful: UndecidedError | undefined;
}

/** Kept for each stack, so that not every server reads every resource. */
const kept = new WeakMap<StackView, Opened>();

function openedIn(stack: StackView): Opened {
    const made = kept.get(stack) ?? readRanges(stack);
    kept.set(stack, made);
    return made;
}

function readRanges(stack: StackView): Opened {
    const opened = new Set<string>();
    let doubtful: UndecidedError | undefined;
    for (const range of stack.all.filter(({ type }) => !type.startsWith("azure-native:")).filter(isAddressRange)) {
        for (const property of Object.keys(range.inputs)) {
            try {
                range.references(property, SERVER, DATABASE).forEach(({ urn }) => void opened.add(urn));
            } catch (error) {
                if (!(error instanceof UndecidedError)) {
                    throw error;
                }
                doubtful ??= error;
            }
        }
    }
    return { opened, doubtful };
}
