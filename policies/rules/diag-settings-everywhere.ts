import { AUDITING_POLICIES, DATABASE, DIAGNOSTIC_SETTING, SITES, TRAFFIC_PROFILE, VAULT } from "../azure-types";
import { collects, sendsAnyLogs, workspaceLogsOf } from "../diagnostic-relations";
import { isMark } from "../marks";
import type { ResourceView, StackView } from "../model";
import { type Report, stackRule } from "../rule";
import { databasesOn, serverOf } from "../sql-relations";

export const diagSettingsEverywhere = stackRule(
    [DATABASE, ...SITES, TRAFFIC_PROFILE, VAULT],
    (resource, report, { stack }) => {
        if (resource.type === DATABASE) {
            judgeDatabase(resource, stack, report);
        } else if (workspaceLogsOf(resource, stack).length === 0) {
            report(NONE);
        }
    },
);

const NONE = "no diagnostic setting sends its logs to a workspace";

/**
 * The id of a database may be made from its server alone and not be known: then nothing says which setting is on which database, and
 * they are counted.
 */
function judgeDatabase(database: ResourceView, stack: StackView, report: Report): void {
    const server = serverOf(database);
    const { without, pending } = server ? countsOf(server, stack) : { without: undefined, pending: 0 };
    const lacks = without?.has(database) ?? workspaceLogsOf(database, stack).length === 0;
    if (!lacks) {
        return;
    }
    const short = (without?.size ?? 1) - pending;
    if (pending === 0) {
        report(NONE);
    } else if (short > 0 && without?.values().next().value === database) {
        report(`for ${short} of the databases of ${server?.name} ${NONE.replace("its", "their")}`);
    }
}

interface Counts {
    /** Databases of which no setting is known. */
    readonly without: ReadonlySet<ResourceView>;
    /** Settings that are on some database of the server. */
    readonly pending: number;
}

/** Kept for each server, so that a hundred databases are not counted a hundred times. */
const counts = new WeakMap<ResourceView, Counts>();

function countsOf(server: ResourceView, stack: StackView): Counts {
    const made = counts.get(server) ?? count(server, stack);
    counts.set(server, made);
    return made;
}

function count(server: ResourceView, stack: StackView): Counts {
    const without = databasesOn(server, stack).filter((database) => workspaceLogsOf(database, stack).length === 0);
    const pending = stack
        .referrers(server, "resourceUri", DIAGNOSTIC_SETTING)
        .filter((setting) => isMark(setting.inputs.resourceUri) && sendsAnyLogs(setting))
        .filter((setting) => setting.dependenciesOf("resourceUri").every(({ type }) => type !== DATABASE));
    // One of them is on `master`, which is no customer's, where the server's audit goes to Azure Monitor.
    const ofMaster = auditsToWorkspace(server, stack) && pending.some(collectsAudit) ? 1 : 0;
    return { without: new Set(without), pending: pending.length - ofMaster };
}

const auditsToWorkspace = (server: ResourceView, stack: StackView): boolean =>
    stack
        .referrers(server, "serverName", ...AUDITING_POLICIES)
        .some(({ props }) => props.isAzureMonitorTargetEnabled === true);

const collectsAudit = (setting: ResourceView): boolean =>
    collects(setting, "SQLSecurityAuditEvents", ["allLogs", "audit"]);
