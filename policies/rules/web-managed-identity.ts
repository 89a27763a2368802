import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found, text } from "../show";

const KINDS: ReadonlySet<unknown> = new Set(["systemassigned", "userassigned", "systemassigned,userassigned"]);

export const webManagedIdentity = resourceRule(SITES, ({ props }, report) => {
    const type = props.identity?.type;
    if (!KINDS.has(text(type).toLowerCase().replace(/\s+/g, ""))) {
        report(found("identity.type", type));
    }
});
