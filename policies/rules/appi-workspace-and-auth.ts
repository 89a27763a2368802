import { resourceRule } from "../rule";
import { found } from "../show";

/** Without a workspace, telemetry is in a store that no rule sees; with local authentication, a key in a page writes to it. */
export const appiWorkspaceAndAuth = resourceRule(
    ["azure-native:applicationinsights:Component"],
    (component, report) => {
        if (!component.has("workspaceResourceId")) {
            report("workspaceResourceId is not set");
        }
        const { disableLocalAuth } = component.props;
        if (disableLocalAuth !== true) {
            report(found("disableLocalAuth", disableLocalAuth));
        }
    },
);
