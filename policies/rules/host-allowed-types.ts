import { ALLOWED_IN_TEMPLATES, ALLOWED_PROVIDERS, ALLOWED_TYPES, DEPLOYMENTS } from "../allowed-types";
import { isObject } from "../marks";
import type { Props } from "../model";
import { anyResourceRule, type Report } from "../rule";
import { found, show, text } from "../show";
import { isPreview } from "../type-token";

/** A component is of no provider and makes nothing itself; what it groups is judged. */
export const hostAllowedTypes = anyResourceRule(({ type, token, props, isComponent }, report, { config }) => {
    const [provider = ""] = type.split(":");
    if (provider !== "azure-native") {
        const isOurs = isComponent || config.componentPackages.includes(provider);
        if (!ALLOWED_PROVIDERS.has(provider) && !isOurs) {
            report(`${type} is of another provider`);
        }
        return;
    }
    if (isPreview(token)) {
        report(`${token} is a preview, which Microsoft's certificates leave out`);
    }
    if (!ALLOWED_TYPES.has(type)) {
        report(`${type} is not on the list`);
    } else if (DEPLOYMENTS.has(type)) {
        judgeTemplate(props.properties, report);
    }
});

/** A template could make anything past this list. */
function judgeTemplate(properties: Props["properties"], report: Report): void {
    const { mode, template, templateLink } = properties ?? {};
    if (mode !== "Incremental") {
        report(`${found("its properties.mode", mode)}: what the template does not name would be deleted`);
    }
    const resources = template?.resources;
    if (templateLink !== undefined || !(Array.isArray(resources) || isObject(resources))) {
        report("its template cannot be seen: give it as properties.template");
    }
    for (const type of typesIn(resources)) {
        if (!ALLOWED_IN_TEMPLATES.has(text(type).toLowerCase())) {
            report(`its template makes ${show(type)}, which is not on the list`);
        }
    }
}

/** Resources stand in a list or, by symbolic name, in an object; their children inside them, with the last part of their type. */
function typesIn(resources: unknown): readonly unknown[] {
    const each: readonly unknown[] = isObject(resources) || Array.isArray(resources) ? Object.values(resources) : [];
    return each.flatMap((resource) => {
        const { type, resources: children } = isObject(resource) ? resource : { type: resource, resources: [] };
        return [type, ...typesIn(children)];
    });
}
