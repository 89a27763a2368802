import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";
import { Refusal } from "../refusal";
import { requireEuRegion } from "../regions";
import { requireActionRegion } from "./action-region";
import { ALERT_QUERIES, type AlertId, type AlertQuery } from "./alert-queries";

export interface AlertsArgs {
    /** Region and resource group of the workspace: a rule lives where the logs are that it reads. */
    readonly place: Place;
    readonly workspaceId: pulumi.Input<string>;
    /** Where messages are processed; see `ACTION_REGIONS`. */
    readonly actionRegion: string;
    /** Who is told; at least one address, each once. Azure asks each to confirm within 30 minutes. */
    readonly emails: readonly string[];
    /** Which rows of `ALERT_QUERIES` apply: those with a source that writes to this workspace. */
    readonly rows: readonly AlertId[];
}

/** Azure's limit; the short name is the sender in messages. */
const SHORT_NAME = 12;

/**
 * Alerts over one region's logs, and who is told. Rules are log queries because those are regional: metric alerts and activity log
 * alerts are `global` resources, processed wherever Azure likes.
 *
 * @throws Refusal for a region outside the European Union, an action region that does not stay in it, or no one to tell.
 */
export class Alerts extends pulumi.ComponentResource {
    constructor(name: string, args: AlertsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:Alerts", name, {}, opts);
        requireEuRegion(args.place.region, args.place);
        requireEmails(args.emails);
        const group = this.group(name, args);
        for (const row of ALERT_QUERIES.filter(({ id }) => args.rows.includes(id))) {
            this.rule(name, args, row, group);
        }
        this.registerOutputs({});
    }

    private group(name: string, { place, actionRegion, emails }: AlertsArgs): monitor.ActionGroup {
        return new monitor.ActionGroup(
            `${name}-group`,
            {
                actionGroupName: place.naming.local("actionGroup", place.region),
                groupShortName: (place.tags.environment ?? "alerts").slice(0, SHORT_NAME),
                resourceGroupName: place.resourceGroupName,
                location: requireActionRegion(actionRegion),
                enabled: true,
                emailReceivers: emails.map((email) => ({
                    name: email,
                    emailAddress: email,
                    useCommonAlertSchema: true,
                })),
                tags: tagsFor(place, "none"),
            },
            { parent: this },
        );
    }

    private rule(
        name: string,
        { place, workspaceId }: AlertsArgs,
        row: AlertQuery,
        group: monitor.ActionGroup,
    ): monitor.ScheduledQueryRule {
        return new monitor.ScheduledQueryRule(
            `${name}-${row.id}`,
            {
                ruleName: place.naming.local("alertRule", place.region, row.id),
                displayName: row.id,
                description: row.description,
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                kind: "LogAlert",
                enabled: true,
                severity: row.severity,
                scopes: [workspaceId],
                windowSize: row.window,
                evaluationFrequency: row.frequency,
                criteria: { allOf: [criterion(row)] },
                autoMitigate: true,
                // A new workspace has no tables yet, and Azure would refuse a query that names them.
                skipQueryValidation: true,
                actions: { actionGroups: [group.id] },
                tags: tagsFor(place, "none"),
            },
            { parent: this },
        );
    }
}

function criterion({ query, measure, operator, threshold }: AlertQuery) {
    return {
        criterionType: "StaticThresholdCriterion",
        query,
        ...(measure === "Count"
            ? { timeAggregation: "Count" }
            : { timeAggregation: measure.by, metricMeasureColumn: measure.column }),
        operator,
        threshold,
        // One alert for each resource, which names it.
        resourceIdColumn: "_ResourceId",
        failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
    };
}

/**
 * Checks who is told.
 *
 * @throws Refusal for no address, a text that is none, or one that is given twice.
 */
export function requireEmails(emails: readonly string[]): void {
    if (emails.length === 0) {
        throw new Refusal("emails: nobody would be told of an alert; give at least one address");
    }
    for (const [at, email] of emails.entries()) {
        if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
            throw new Refusal(
                `emails: '${email}' is not an e-mail address; expected one such as 'alerts@figlo.example'`,
            );
        }
        if (emails.findIndex((other) => other.toLowerCase() === email.toLowerCase()) < at) {
            throw new Refusal(`emails: '${email}' is given twice; Azure wants each receiver once`);
        }
    }
}
