import type { PolicyConfigSchema } from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { TEST_KINDS, TEST_TARGETS } from "./declared";

/** The policy that carries the configuration of the whole pack: `{ "pack-settings": { "environment": "test" } }`. */
export const SETTINGS_POLICY = "pack-settings";

const wholeNumber = (minimum: number, maximum: number, description: string) =>
    ({ type: "integer", minimum, maximum, description }) as const;

const text = { type: "string" } as const;
const date = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" } as const;

type Fields = Readonly<Record<string, PolicyConfigJSONSchema>>;

/** A list of rows of which every field is needed but the optional ones, and no other allowed. */
const rows = (description: string, properties: Fields, optional: Fields = {}) =>
    ({
        type: "array",
        description,
        items: {
            type: "object",
            properties: { ...properties, ...optional },
            required: Object.keys(properties),
            additionalProperties: false,
        },
    }) as const;

/** What may be told to the pack; what is left out has the values of `PackConfig`, which are safe. */
export const configSchema: PolicyConfigSchema = {
    properties: {
        environment: {
            type: "string",
            enum: ["ontwikkeling", "test", "acceptatie", "productie"],
            default: "productie",
            description: "Which environment is judged.",
        },
        today: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "The date, YYYY-MM-DD, in UTC." },
        allowEea: { type: "boolean", description: "Whether the EEA outside the European Union is allowed." },
        componentPackages: {
            type: "array",
            items: { type: "string" },
            description: "First parts of the type tokens of components, where a plan does not say what is one.",
        },
        subscriptions: {
            type: "array",
            items: text,
            description: "Ids of the subscriptions that the stack may speak of.",
        },
        allowedTypes: {
            type: "array",
            items: { type: "string" },
            description: "Type tokens of resources that are allowed besides those of the list, without an API version.",
        },
        customerManagedKey: { type: "boolean", description: "Whether databases need a key of our own." },
        widestIpv4Prefix: wholeNumber(8, 32, "Shortest prefix of an IPv4 range that a firewall may let in."),
        widestIpv6Prefix: wholeNumber(32, 128, "Shortest prefix of an IPv6 range that a firewall may let in."),
        pointInTimeDays: wholeNumber(1, 35, "Days that a database can be restored to any moment."),
        logRetentionDays: wholeNumber(30, 730, "Days that logs are kept."),
        documentBackupDays: wholeNumber(1, 3650, "Days that the daily backup of documents is kept."),
        longestSessionHours: wholeNumber(1, 24, "Hours after which a visitor signs in again."),
        exemptions: rows("Rules that resources may break for a while.", {
            rule: text,
            resource: text,
            reason: text,
            requester: text,
            approver: text,
            from: date,
            until: date,
        }),
        declarations: rows(
            "What the files allow until a date.",
            { where: text, what: text, until: date, measures: { type: "array", items: { type: "integer" } } },
            { done: date },
        ),
        standingRights: rows("People's rights that are always there.", { group: text, scope: text }),
        peopleRights: rows(
            "All rights that people may have.",
            { group: text, purpose: text, principalId: text, role: text, scope: text, standing: { type: "boolean" } },
            { firstDay: date, lastDay: date, condition: text },
        ),
        externalTests: rows("Security tests by outside parties.", {
            testKind: { type: "string", enum: [...TEST_KINDS] },
            target: { type: "string", enum: [...TEST_TARGETS] },
            date,
            until: date,
            openCritical: { type: "integer", minimum: 0 },
        }),
        tenants: rows(
            "Tenants, and what is their own.",
            {
                id: text,
                active: { type: "boolean" },
                addresses: rows("Ranges of addresses.", { start: text, end: text }, { until: date }),
                readers: { type: "array", items: text },
            },
            { keepUntil: date },
        ),
        promised: {
            type: "object",
            description: "What the files promise that the stack makes.",
            properties: {
                tenants: { type: "array", items: text },
                documents: { type: "boolean" },
                sites: { type: "boolean" },
            },
            required: ["tenants", "documents", "sites"],
            additionalProperties: false,
        },
    },
};
