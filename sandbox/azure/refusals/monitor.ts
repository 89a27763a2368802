import type { JsonObject } from "../../../arm/json";
import type { CloudObject } from "../cloud";
import type { Refusal } from "../refusal";
import { badRequest, conflict } from "./answers";
import { numberAt, objectsAt, textAt } from "./body";
import { lastOf, sameText } from "./ids";
import { UNVERIFIED } from "./sources";

const types = ["Microsoft.Insights/diagnosticSettings"];
const methods = ["PUT"] as const;
const MOST_SETTINGS = 5;
const SINKS = ["workspaceId", "storageAccountId", "eventHubAuthorizationRuleId", "marketplacePartnerId"];

const categories = (body: JsonObject): readonly string[] =>
    [...objectsAt(body, "properties.logs[]"), ...objectsAt(body, "properties.metrics[]")]
        .filter(({ enabled }) => enabled === true)
        .map(({ category, categoryGroup }) => `${category ?? categoryGroup}`.toLowerCase());

const sinks = (body: JsonObject): readonly string[] =>
    SINKS.flatMap((sink) => textAt(body, `properties.${sink}`)?.toLowerCase() ?? []);

const share = (a: readonly string[], b: readonly string[]): string | undefined => a.find((one) => b.includes(one));

export const MONITOR_REFUSALS: readonly Refusal[] = [
    {
        id: "diagnostic-settings-limit",
        title: `A resource has at most ${MOST_SETTINGS} diagnostic settings.`,
        source: 'Microsoft, "Diagnostic settings in Azure Monitor"; hashicorp/terraform-provider-azurerm#27801 (of the directory\'s settings)',
        types,
        methods,
        judge: ({ id, arm }, cloud) =>
            others(cloud.all(arm.type), id).length >= MOST_SETTINGS
                ? conflict(
                      "Conflict",
                      `The limit of ${MOST_SETTINGS} diagnostic settings was reached. To create new setting '${lastOf(id)}', delete an existing one.`,
                  )
                : undefined,
    },
    {
        id: "diagnostic-settings-same-sink",
        title: "Two diagnostic settings of one resource cannot send the same category to the same place.",
        source: 'Microsoft, "Diagnostic settings in Azure Monitor"; message [U]',
        types,
        methods,
        judge: ({ id, arm }, cloud) => {
            const twin = others(cloud.all(arm.type), id).find(
                ({ body }) =>
                    share(sinks(body), sinks(arm.body)) !== undefined &&
                    share(categories(body), categories(arm.body)) !== undefined,
            );
            return (
                twin &&
                conflict(
                    "Conflict",
                    `Data sink '${share(sinks(twin.body), sinks(arm.body))}' is already used in diagnostic setting '${lastOf(twin.id)}' for category '${share(categories(twin.body), categories(arm.body))}'. Data sinks can't be reused in different settings on the same category for the same resource.`,
                )
            );
        },
    },
    {
        id: "diagnostic-settings-no-sink",
        title: "A diagnostic setting sends to at least one place.",
        source: UNVERIFIED,
        types,
        methods,
        judge: ({ arm }) =>
            sinks(arm.body).length > 0
                ? undefined
                : badRequest("BadRequest", "At least one data sink needs to be specified."),
    },
    {
        id: "diagnostic-settings-pool-logs",
        title: "An elastic pool has metrics and no logs.",
        source: 'Microsoft, "Supported log categories for Azure Monitor resource logs"; message [U]',
        types,
        methods,
        judge: ({ arm }) =>
            /\/elasticPools\/[^/]+$/i.test(arm.extends ?? "") && objectsAt(arm.body, "properties.logs[]").length > 0
                ? badRequest("BadRequest", "The resource does not support any log category or category group.")
                : undefined,
    },
    {
        id: "workspace-retention",
        title: "A workspace keeps its logs for 30 to 730 days, unless it is of the free tier.",
        source: UNVERIFIED,
        types: ["Microsoft.OperationalInsights/workspaces"],
        methods,
        judge: ({ arm }) => {
            const days = numberAt(arm.body, "properties.retentionInDays");
            return days === undefined ||
                textAt(arm.body, "properties.sku.name") === "Free" ||
                (days >= 30 && days <= 730)
                ? undefined
                : badRequest(
                      "InvalidParameter",
                      `'RetentionInDays' must be between 30 and 730 for the workspace's pricing tier, got ${days}.`,
                  );
        },
    },
];

/** The other settings of the same resource. */
const others = (all: readonly CloudObject[], id: string): readonly CloudObject[] => {
    const scope = id.slice(0, id.lastIndexOf("/"));
    return all.filter((one) => !sameText(one.id, id) && sameText(one.id.slice(0, one.id.lastIndexOf("/")), scope));
};
