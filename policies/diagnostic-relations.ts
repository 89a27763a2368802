import { DIAGNOSTIC_SETTING } from "./azure-types";
import type { Props, ResourceView, StackView } from "./model";
import { list, text } from "./show";

/** The settings that send logs of a resource to a workspace. */
export const workspaceLogsOf = (resource: ResourceView, stack: StackView): readonly ResourceView[] =>
    stack.referrers(resource, "resourceUri", DIAGNOSTIC_SETTING).filter(sendsAnyLogs);

/** True for a setting that has a workspace and a category of logs that is switched on; metrics alone tell nothing of who did what. */
export const sendsAnyLogs = (setting: ResourceView): boolean =>
    setting.has("workspaceId") && enabledLogs(setting).some((log) => nameOf(log) !== "");

/** True for a setting that sends a category of logs, by its name or by one of the groups that hold it. */
export const collects = (setting: ResourceView, category: string, groups: readonly string[]): boolean =>
    enabledLogs(setting).some(
        ({ category: name, categoryGroup }) =>
            text(name).toLowerCase() === category.toLowerCase() ||
            groups.some((group) => group.toLowerCase() === text(categoryGroup).toLowerCase()),
    );

/** What holds every category of audit logs, whatever its name. */
const AUDIT_GROUPS: readonly unknown[] = ["allLogs", "audit"];

/** True for a setting that sends a category of logs to a workspace, by its exact name or by a group that holds all of audit. */
export const sendsLogs = (setting: ResourceView, category: string): boolean =>
    setting.has("workspaceId") &&
    enabledLogs(setting).some((log) => log.category === category || AUDIT_GROUPS.includes(log.categoryGroup));

const enabledLogs = ({ props }: ResourceView): readonly Props[] =>
    list(props.logs).filter((log) => log?.enabled === true);

const nameOf = ({ category, categoryGroup }: Props): string => `${text(category)}${text(categoryGroup)}`.trim();
