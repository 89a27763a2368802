import * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";
import { Refusal } from "../refusal";
import { requireEuRegion } from "../regions";
import { diagnostics } from "./diagnostics";

export interface MonitoringArgs {
    readonly place: Place;
    /** Days that logs are kept, 30 to 730: what Azure keeps in a workspace of the PerGB2018 tier. */
    readonly retentionDays: number;
}

/**
 * Where one region's logs and telemetry go, in that region. Logs can hold personal data, so they are a store like any other:
 * in the EU, kept for a set time, read with an Entra identity only.
 *
 * No lock: it would be inherited by saved searches and tables.
 *
 * @throws Refusal for a region outside the European Union or a retention out of bounds.
 */
export class Monitoring extends pulumi.ComponentResource {
    /** The workspace itself, for what must come after it. */
    readonly logs: pulumi.Resource;
    readonly workspaceId: pulumi.Output<string>;
    readonly applicationInsightsId: pulumi.Output<string>;
    /** Names the endpoint; without an Entra identity that may publish, nobody can write to it. */
    readonly connectionString: pulumi.Output<string>;

    constructor(name: string, args: MonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:Monitoring", name, {}, opts);
        requireEuRegion(args.place.region, args.place);
        requireRetention(args.retentionDays);
        const workspace = this.workspace(name, args);
        const component = this.component(name, args.place, workspace);
        diagnostics(
            `${name}-workspace-logs`,
            { resourceUri: workspace.id, workspaceId: workspace.id, categories: ["Audit"] },
            this,
        );
        this.logs = workspace;
        this.workspaceId = workspace.id;
        this.applicationInsightsId = component.id;
        this.connectionString = component.connectionString;
        this.registerOutputs({
            workspaceId: this.workspaceId,
            applicationInsightsId: this.applicationInsightsId,
            connectionString: this.connectionString,
        });
    }

    private workspace(name: string, { place, retentionDays }: MonitoringArgs): operationalinsights.Workspace {
        return new operationalinsights.Workspace(
            `${name}-workspace`,
            {
                workspaceName: place.naming.local("logAnalytics", place.region),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                sku: { name: "PerGB2018" },
                retentionInDays: retentionDays,
                features: {
                    disableLocalAuth: true,
                    enableLogAccessUsingOnlyResourcePermissions: true,
                    immediatePurgeDataOn30Days: false,
                },
                // Without a cap: one that is reached would drop the audit log for the rest of the day.
                workspaceCapping: { dailyQuotaGb: -1 },
                ...PUBLIC_ENDPOINTS,
                tags: tagsFor(place, "operational"),
            },
            { parent: this, protect: place.protect },
        );
    }

    private component(
        name: string,
        place: Place,
        workspace: operationalinsights.Workspace,
    ): applicationinsights.Component {
        return new applicationinsights.Component(
            `${name}-insights`,
            {
                resourceName: place.naming.local("applicationInsights", place.region),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                kind: "web",
                applicationType: "web",
                flowType: "Bluefield",
                requestSource: "rest",
                ingestionMode: "LogAnalytics",
                workspaceResourceId: workspace.id,
                disableLocalAuth: true,
                disableIpMasking: false,
                ...PUBLIC_ENDPOINTS,
                tags: tagsFor(place, "operational"),
            },
            { parent: this },
        );
    }
}

/**
 * Platform logs, applications and people at the portal come by Azure Monitor's shared endpoints; who they are is what counts.
 * Closing them takes a private link scope, which binds every workspace that shares the network's DNS.
 */
const PUBLIC_ENDPOINTS = {
    publicNetworkAccessForIngestion: "Enabled",
    publicNetworkAccessForQuery: "Enabled",
} as const;

function requireRetention(days: number): void {
    if (!Number.isInteger(days) || days < 30 || days > 730) {
        throw new Refusal(`retentionDays: expected a whole number from 30 to 730, got ${days}`);
    }
}
