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

const enabledLogs = ({ props }: ResourceView): readonly Props[] =>
    list(props.logs).filter((log) => log?.enabled === true);

const nameOf = ({ category, categoryGroup }: Props): string => `${text(category)}${text(categoryGroup)}`.trim();
