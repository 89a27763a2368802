import type { ResourceView } from "./model";
import { list } from "./show";

/** What holds every category of audit logs, whatever its name. */
const GROUPS: readonly unknown[] = ["allLogs", "audit"];

/** True for a diagnostic setting that sends a category of logs to a workspace. */
export const sendsLogs = (setting: ResourceView, category: string): boolean =>
    setting.has("workspaceId") &&
    list(setting.props.logs).some(
        (log) => log?.enabled === true && (log.category === category || GROUPS.includes(log.categoryGroup)),
    );
