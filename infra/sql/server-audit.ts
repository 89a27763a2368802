import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { requireEmails } from "../monitoring/alerts";
import { diagnostics } from "../monitoring/diagnostics";

export interface ServerAuditArgs {
    readonly resourceGroupName: pulumi.Input<string>;
    readonly serverId: pulumi.Input<string>;
    readonly serverName: pulumi.Input<string>;
    /** Workspace in the server's own region. */
    readonly workspaceId: pulumi.Input<string>;
    /** Who is told of a threat, beside the administrators of the subscription; at least one address. */
    readonly alertEmails: readonly string[];
    readonly protect: boolean;
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
 * All three are settings that always exist in Azure: taking one out of the program switches it off, so they are protected as
 * their server is.
 *
 * @throws Refusal for no one to tell, or a text that is no address.
 */
export class ServerAudit extends pulumi.ComponentResource {
    /** What changes the server last: what changes it next waits for it. */
    readonly last: pulumi.Resource;

    constructor(name: string, args: ServerAuditArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:ServerAudit", name, {}, opts);
        requireEmails(args.alertEmails);
        const log = this.log(name, args);
        // Two changes of one server at a time: 409 ConflictingServerOperation, and the provider does not try again.
        const auditing = this.auditing(name, args, [log]);
        const alerts = this.alerts(name, args, [auditing]);
        this.last = this.assessment(name, args, [alerts]);
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

    private auditing(name: string, args: ServerAuditArgs, dependsOn: pulumi.Resource[]): pulumi.Resource {
        // Its twin, the extended policy, is the same setting under another name, which outside scanners do not look for.
        return new sql.ServerBlobAuditingPolicy(
            `${name}-auditing`,
            {
                ...serverOf(args),
                blobAuditingPolicyName: "default",
                state: "Enabled",
                isAzureMonitorTargetEnabled: true,
                // What Microsoft's own engineers do on the server.
                isDevopsAuditEnabled: true,
                auditActionsAndGroups: AUDITED,
            },
            { parent: this, protect: args.protect, dependsOn },
        );
    }

    private alerts(name: string, args: ServerAuditArgs, dependsOn: pulumi.Resource[]): pulumi.Resource {
        return new sql.ServerSecurityAlertPolicy(
            `${name}-alerts`,
            {
                ...serverOf(args),
                securityAlertPolicyName: "Default",
                state: "Enabled",
                disabledAlerts: [],
                emailAddresses: [...args.alertEmails],
                emailAccountAdmins: true,
            },
            { parent: this, protect: args.protect, dependsOn },
        );
    }

    /** The express configuration, which needs no storage account; it needs threat detection. */
    private assessment(name: string, args: ServerAuditArgs, dependsOn: pulumi.Resource[]): pulumi.Resource {
        return new sql.SqlVulnerabilityAssessmentsSetting(
            `${name}-assessment`,
            { ...serverOf(args), vulnerabilityAssessmentName: "default", state: "Enabled" },
            { parent: this, protect: args.protect, dependsOn },
        );
    }
}

const serverOf = ({ resourceGroupName, serverName }: ServerAuditArgs) => ({ resourceGroupName, serverName });
