import { SITES } from "../azure-types";
import { collects, workspaceLogsOf } from "../diagnostic-relations";
import type { Props, ResourceView, StackView } from "../model";
import { type Report, stackRule } from "../rule";
import { found } from "../show";
import { configurationOf } from "../site-relations";

/** Requests to the application, and who published to it or reached its SCM site. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
    AppServiceHTTPLogs: ["allLogs"],
    AppServiceAuditLogs: ["allLogs", "audit"],
};

/** Logs on the site's own disk can be emptied by whoever empties the site: the workspace has the copy that lasts. */
export const webHttpLogs = stackRule(SITES, (site, report, { stack }) => {
    judgeSwitch(site, stack, report);
    const settings = workspaceLogsOf(site, stack);
    for (const [category, groups] of Object.entries(WANTED)) {
        if (!settings.some((setting) => collects(setting, category, groups))) {
            report(`no diagnostic setting sends its ${category} to a workspace`);
        }
    }
});

/** A resource beside the site writes the same switch as the site's own configuration, and after it. */
function judgeSwitch(site: ResourceView, stack: StackView, report: Report): void {
    const beside = configurationOf(site, stack, "WebAppDiagnosticLogsConfiguration");
    for (const { props } of beside.filter((each) => !keepsRequests(each.props.httpLogs))) {
        report(found("httpLogs.fileSystem.enabled of its logs", props.httpLogs?.fileSystem?.enabled));
    }
    const inside = site.props.siteConfig?.httpLoggingEnabled;
    if (beside.length === 0 && inside !== true) {
        report(found("siteConfig.httpLoggingEnabled", inside));
    }
}

const keepsRequests = (logs: Props["httpLogs"]): boolean =>
    logs?.fileSystem?.enabled === true || logs?.azureBlobStorage?.enabled === true;
