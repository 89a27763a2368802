import {
    ALLOWED_DYNAMIC,
    ALLOWED_IN_POLICIES,
    ALLOWED_IN_TEMPLATES,
    ALLOWED_PROVIDERS,
    ALLOWED_TYPES,
    DEPLOYMENTS,
} from "../allowed-types";
import { isGiven, isObject } from "../marks";
import type { Props } from "../model";
import { anyResourceRule, type Report } from "../rule";
import { found, show, text } from "../show";
import { isPreview } from "../type-token";

/** A component is of no provider and makes nothing itself; what it groups is judged. */
export const hostAllowedTypes = anyResourceRule(({ type, token, props, isComponent }, report, { config }) => {
    const [provider = ""] = type.split(":");
    if (provider !== "azure-native") {
        const isOurs = isComponent || config.componentPackages.includes(provider);
        if (!ALLOWED_PROVIDERS.has(provider) && !ALLOWED_DYNAMIC.has(type) && !isOurs) {
            report(`${type} is of another provider`);
        }
        return;
    }
    if (isPreview(token)) {
        report(`${token} is a preview, which Microsoft's certificates leave out`);
    }
    if (!ALLOWED_TYPES.has(type) && !config.allowedTypes.includes(type)) {
        report(`${type} is not on the list`);
    } else if (DEPLOYMENTS.has(type)) {
        judgeTemplate(props.properties, report);
    } else if (type === "azure-native:authorization:PolicyDefinition") {
        judgePolicy(props.policyRule, report);
    }
});

/** A policy with `deployIfNotExists` deploys a template, which nobody sees in a plan. */
function judgePolicy(rule: unknown, report: Report): void {
    for (const { properties } of valuesOf(rule, "deployment").filter(isObject)) {
        const templates = valuesOf(properties, "template").filter(isObject);
        if (templates.length === 0) {
            report("the template that it deploys cannot be seen: give it as properties.template");
        }
        // What is nested in a deployment inside is a template as well.
        for (const type of templates.flatMap(({ resources }) => typesIn(resources))) {
            if (!isAllowedInPolicy(type)) {
                report(`its policy deploys ${show(type)}, which is not on the list`);
            }
        }
    }
}

/** Of a log it is also written behind the type of what sends it: `Microsoft.Sql/servers/providers/diagnosticSettings`. */
const isAllowedInPolicy = (type: unknown): boolean =>
    ALLOWED_IN_POLICIES.has(
        text(type)
            .toLowerCase()
            .replace(/^.*\/providers\/(?=diagnosticsettings$)/, "microsoft.insights/"),
    );

/** What stands under a key at any depth, spelled in any case. */
function valuesOf(value: unknown, key: string): readonly unknown[] {
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return entries.flatMap(([each, inner]) => [
        ...(each.toLowerCase() === key ? [inner] : []),
        ...valuesOf(inner, key),
    ]);
}

/** A template could make anything past this list. */
function judgeTemplate(properties: Props["properties"], report: Report): void {
    const { mode, template, templateLink } = properties ?? {};
    if (mode !== "Incremental") {
        report(`${found("its properties.mode", mode)}: what the template does not name would be deleted`);
    }
    const resources = template?.resources;
    if (isGiven(templateLink) || !(Array.isArray(resources) || isObject(resources))) {
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
