import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";

export interface ServerAuditArgs {
    readonly resourceGroupName: pulumi.Input<string>;
    readonly serverId: pulumi.Input<string>;
    readonly serverName: pulumi.Input<string>;
    /** Workspace in the server's own region. */
    readonly workspaceId: pulumi.Input<string>;
}

/** Every statement, and every sign-in, successful or not: the set that Microsoft recommends. */
const AUDITED = [
    "BATCH_COMPLETED_GROUP",
    "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
    "FAILED_DATABASE_AUTHENTICATION_GROUP",
];

/**
 * What watches a SQL server: the audit log of all its databases, threat detection and vulnerability assessment.
 *
 * All three are settings that always exist in Azure: taking one out of the program switches it off.
 */
export class ServerAudit extends pulumi.ComponentResource {
    constructor(name: string, args: ServerAuditArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:ServerAudit", name, {}, opts);
        const server = { resourceGroupName: args.resourceGroupName, serverName: args.serverName };
        const log = this.log(name, args);
        // Two changes of one server at a time: 409 ConflictingServerOperation, and the provider does not try again.
        const auditing = this.auditing(name, server, [log]);
        const alerts = this.alerts(name, server, [auditing]);
        this.assessment(name, server, [alerts]);
        this.registerOutputs();
    }

    /** The server's audit log comes out of its database `master`; there, metrics say nothing. */
    private log(name: string, { serverId, workspaceId }: ServerAuditArgs): pulumi.Resource {
        return diagnostics(
            `${name}-logs`,
            {
                resourceUri: pulumi.interpolate`${serverId}/databases/master`,
                workspaceId,
                categories: ["SQLSecurityAuditEvents", "DevOpsOperationsAudit"],
                metrics: false,
            },
            this,
        );
    }

    private auditing(name: string, server: Server, dependsOn: pulumi.Resource[]): pulumi.Resource {
        // Its twin, the extended policy, is the same setting under another name, which outside scanners do not look for.
        return new sql.ServerBlobAuditingPolicy(
            `${name}-auditing`,
            {
                ...server,
                blobAuditingPolicyName: "default",
                state: "Enabled",
                isAzureMonitorTargetEnabled: true,
                // What Microsoft's own engineers do on the server.
                isDevopsAuditEnabled: true,
                auditActionsAndGroups: AUDITED,
            },
            { parent: this, dependsOn },
        );
    }

    private alerts(name: string, server: Server, dependsOn: pulumi.Resource[]): pulumi.Resource {
        return new sql.ServerSecurityAlertPolicy(
            `${name}-alerts`,
            {
                ...server,
                securityAlertPolicyName: "Default",
                state: "Enabled",
                disabledAlerts: [],
                emailAccountAdmins: true,
            },
            { parent: this, dependsOn },
        );
    }

    /** The express configuration, which needs no storage account; it needs threat detection. */
    private assessment(name: string, server: Server, dependsOn: pulumi.Resource[]): void {
        new sql.SqlVulnerabilityAssessmentsSetting(
            `${name}-assessment`,
            { ...server, vulnerabilityAssessmentName: "default", state: "Enabled" },
            { parent: this, dependsOn },
        );
    }
}

type Server = Pick<ServerAuditArgs, "resourceGroupName" | "serverName">;
