import { ALLOWED_IN_TEMPLATES, ALLOWED_PROVIDERS, ALLOWED_TYPES } from "../allowed-types";
import type { Props } from "../model";
import { anyResourceRule, type Report } from "../rule";
import { list, show, text } from "../show";
import { isPreview } from "../type-token";

export const hostAllowedTypes = anyResourceRule(({ type, token, props }, report, { config }) => {
    const [provider = ""] = type.split(":");
    if (provider !== "azure-native") {
        if (!ALLOWED_PROVIDERS.has(provider) && !config.componentPackages.includes(provider)) {
            report(`${type} is of another provider`);
        }
        return;
    }
    if (isPreview(token)) {
        report(`${token} is a preview, which Microsoft's certificates leave out`);
    }
    if (!ALLOWED_TYPES.has(type)) {
        report(`${type} is not on the list`);
    } else if (type === "azure-native:resources:Deployment") {
        judgeTemplate(props.properties, report);
    }
});

/** A template could make anything past this list. */
function judgeTemplate(properties: Props["properties"], report: Report): void {
    const { template, templateLink } = properties ?? {};
    if (templateLink !== undefined || !Array.isArray(template?.resources)) {
        report("its template cannot be seen: give it as properties.template");
    }
    for (const type of list(template?.resources).map((resource) => resource?.type)) {
        if (!ALLOWED_IN_TEMPLATES.has(text(type).toLowerCase())) {
            report(`its template makes ${show(type)}, which is not on the list`);
        }
    }
}
