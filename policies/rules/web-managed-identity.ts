import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found, text } from "../show";

const KINDS: ReadonlySet<unknown> = new Set(["systemassigned", "userassigned", "systemassigned,userassigned"]);

export const webManagedIdentity = resourceRule(SITES, (site, report) => {
    const type = site.props.identity?.type;
    const kind = text(type).toLowerCase().replace(/\s+/g, "");
    if (!KINDS.has(kind)) {
        report(found("identity.type", type));
    } else if (kind.includes("userassigned") && !site.has("identity", "userAssignedIdentities")) {
        report(`${found("identity.type", type)} and identity.userAssignedIdentities names none`);
    }
});
