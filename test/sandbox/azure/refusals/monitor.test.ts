import { MONITOR_REFUSALS } from "../../../../sandbox/azure/refusals/monitor";
import { describeRefusals } from "./describe-refusals";
import type { Asked, PlayedStreet } from "./played-street";

const setting = (name: string, change: Asked["change"]): Asked => ({
    method: "PUT",
    type: "monitor:DiagnosticSetting",
    name,
    change,
});

/** One more setting of the vault, which sends its metrics and all its logs to the primary workspace already. */
const another = (name: string, change: Readonly<Record<string, unknown>>): Asked =>
    setting("primary-vault-logs", { name, metrics: [], ...change });

const sending = (category: string, name = category): Asked => another(name, { logs: [{ category, enabled: true }] });

const sendingAllTo =
    (workspace: string) =>
    (street: PlayedStreet): Asked =>
        another("again", { workspaceId: street.idOf("operationalinsights:Workspace", workspace) });

const workspace = (change: Asked["change"]): Asked => ({
    method: "PUT",
    type: "operationalinsights:Workspace",
    name: "primary-monitoring-workspace",
    change,
});

describeRefusals("monitoring", MONITOR_REFUSALS, {
    "diagnostic-settings-limit": {
        given: ["one", "two", "three", "four"].map((category) => sending(category)),
        refused: sending("five"),
        allowed: sending("five", "four"),
        message: "To create new setting 'five', delete an existing one.",
    },
    "diagnostic-settings-same-sink": {
        refused: sendingAllTo("primary-monitoring-workspace"),
        allowed: sendingAllTo("secondary-monitoring-workspace"),
        message: "already used in diagnostic setting 'primary-vault-logs' for category 'alllogs'",
    },
    "diagnostic-settings-no-sink": {
        refused: setting("primary-vault-logs", { workspaceId: undefined }),
        allowed: (street) =>
            setting("primary-vault-logs", {
                workspaceId: undefined,
                storageAccountId: street.idOf("storage:StorageAccount", "documents-account"),
            }),
    },
    "diagnostic-settings-pool-logs": {
        refused: setting("shard-01-primary-pool-logs", { logs: [{ categoryGroup: "allLogs", enabled: true }] }),
        allowed: setting("shard-01-primary-pool-logs", { logs: [] }),
        message: "does not support any log category",
    },
    "workspace-retention": {
        refused: workspace({ retentionInDays: 29 }),
        allowed: workspace({ retentionInDays: 30 }),
        message: "got 29",
    },
});
