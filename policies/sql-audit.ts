import { DIAGNOSTIC_SETTING } from "./azure-types";
import { sendsLogs } from "./diagnostic-relations";
import { isMark } from "./marks";
import type { ResourceView, StackView } from "./model";
import { physicalName } from "./physical-name";
import { parseResourceId } from "./resource-id";
import { text } from "./show";

/** The diagnostic settings that take a server's audit log to a workspace: they stand on its database `master`. */
export const auditLogsOf = (server: ResourceView, stack: StackView): readonly ResourceView[] =>
    settingsOnMaster(server, stack).filter((setting) => sendsLogs(setting, "SQLSecurityAuditEvents"));

/** The id of `master` is made from its server alone; of a known one all that is known of the server must agree. */
function settingsOnMaster(server: ResourceView, stack: StackView): readonly ResourceView[] {
    const made = indexes.get(stack) ?? index(stack);
    indexes.set(stack, made);
    const named = (made.get(physicalName(server) ?? "") ?? []).filter((setting) => isInGroupOf(server, setting));
    return [...(made.get(server.urn) ?? []), ...named];
}

function isInGroupOf({ inputs }: ResourceView, setting: ResourceView): boolean {
    const own = text(inputs.resourceGroupName).toLowerCase();
    return isMark(inputs.resourceGroupName) || own === "" || own === masterOf(setting)?.group;
}

/** By the URN of the server that an unknown id is made from, or by the name in a known one. */
type Settings = ReadonlyMap<string, readonly ResourceView[]>;

/** Kept for each stack, so that not every server reads every setting. */
const indexes = new WeakMap<StackView, Settings>();

function index(stack: StackView): Settings {
    const settings = new Map<string, ResourceView[]>();
    for (const setting of stack.ofType(DIAGNOSTIC_SETTING)) {
        const server = serverOf(setting);
        if (server !== undefined) {
            settings.set(server, [...(settings.get(server) ?? []), setting]);
        }
    }
    return settings;
}

function serverOf(setting: ResourceView): string | undefined {
    if (!isMark(setting.inputs.resourceUri)) {
        return masterOf(setting)?.names[0];
    }
    const [only, ...others] = setting.dependencyUrns("resourceUri");
    return others.length === 0 ? only : undefined;
}

/** The known id of a database `master`. */
function masterOf({ inputs }: ResourceView) {
    const id = parseResourceId(text(inputs.resourceUri));
    return id?.armType === "microsoft.sql/servers/databases" && id.names[1] === "master" ? id : undefined;
}
