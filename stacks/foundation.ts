import type * as keyvault from "@pulumi/azure-native/keyvault";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { ALERT_QUERIES, type AlertId } from "../infra/monitoring/alert-queries";
import { Alerts } from "../infra/monitoring/alerts";
import { diagnostics } from "../infra/monitoring/diagnostics";
import { Monitoring } from "../infra/monitoring/monitoring";
import type { Naming } from "../infra/naming";
import { PrivateLink } from "../infra/network/private-link";
import { RegionalNetwork } from "../infra/network/regional-network";
import type { Place } from "../infra/place";
import type { Region } from "../infra/regions";
import { columnKey } from "../infra/vault/column-key";
import { DatabaseKey } from "../infra/vault/database-key";
import { KeyVault } from "../infra/vault/key-vault";
import { groupIdOf } from "./plain-ids";
import type { Settings } from "./settings/settings";

export type RegionRole = "primary" | "secondary";

export interface FoundationArgs {
    readonly role: RegionRole;
    readonly settings: Settings;
    readonly naming: Naming;
    /** What else writes to the operators' vault, where both regions name the same one. */
    readonly after: readonly pulumi.Resource[];
}

/** What each region of an environment has before anything runs in it: resource group, logs, network, vault and alerts. */
export class Foundation extends pulumi.ComponentResource {
    readonly place: Place;
    /** What everything of the region lies in. */
    readonly group: pulumi.Resource;
    readonly monitoring: Monitoring;
    readonly network: RegionalNetwork;
    readonly vault: KeyVault;
    /** The key of the databases, in the primary region only, and not where Azure keeps it. */
    readonly databaseKey: DatabaseKey | undefined;
    /** The key that wraps those of encrypted columns, beside it. */
    readonly columnKey: keyvault.Key | undefined;
    /** The region's way to the operators' vault. */
    readonly operatorLink: PrivateLink;

    constructor(name: string, args: FoundationArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:stacks:Foundation", name, {}, opts);
        const { role, settings } = args;
        const group = this.resourceGroup(settings.regions[role], name, args);
        this.group = group;
        this.place = placeIn(settings.regions[role], group, args);
        this.monitoring = new Monitoring(
            `${name}-monitoring`,
            { place: this.place, retentionDays: settings.monitoring.retentionDays },
            { parent: this },
        );
        const { workspaceId } = this.monitoring;
        this.network = new RegionalNetwork(
            `${name}-network`,
            {
                place: this.place,
                addressSpace: settings.network[role],
                workspaceId,
                resourceGroupId: groupIdOf(settings, role),
            },
            { parent: this },
        );
        let keys: VaultKeys | undefined;
        this.vault = new KeyVault(
            `${name}-vault`,
            {
                place: this.place,
                tenantId: settings.tenantId,
                access: this.network.platformAccess,
                workspaceId,
                contents: (vault) => {
                    keys = vaultKeys(args, this.place, vault);
                    return keys?.columnKey;
                },
            },
            { parent: this },
        );
        this.databaseKey = keys?.databaseKey;
        this.columnKey = keys?.columnKey;
        this.operatorLink = this.operatorVault(name, args);
        new Alerts(
            `${name}-alerts`,
            {
                place: this.place,
                workspaceId,
                actionRegion: settings.monitoring.actionRegion,
                emails: settings.monitoring.alertEmails,
                rows: alertsOf(role),
            },
            { parent: this },
        );
        this.registerOutputs({ vaultUri: this.vault.uri });
    }

    /** The vault that operators keep: reached from this region, and heard by its alerts, which tell of a certificate near its end. */
    private operatorVault(name: string, { role, settings, after }: FoundationArgs): PrivateLink {
        const vaultId = settings.operatorVaults[role];
        const { workspaceId } = this.monitoring;
        // Environments may share the vault, and each sends its log to a workspace of its own: the name must tell them apart.
        diagnostics(`${name}-operator-vault-logs-${settings.environment}`, { resourceUri: vaultId, workspaceId }, this);
        return new PrivateLink(
            `${name}-operator-vault-link`,
            {
                access: this.network.platformAccess,
                service: "vault",
                targetId: vaultId,
                role: "operator-vault",
                // Also after the vault's own endpoint, which lies in the same subnet.
                after: [this.vault.last, ...after],
            },
            { parent: this },
        );
    }

    /** The resource group is not protected itself: what holds data inside it is, and that keeps the group. */
    private resourceGroup(region: Region, name: string, args: FoundationArgs): resources.ResourceGroup {
        return new resources.ResourceGroup(
            `${name}-group`,
            {
                resourceGroupName: args.naming.local("resourceGroup", region),
                location: region,
                tags: { ...tagsOf(args), dataClass: "none" },
            },
            { parent: this },
        );
    }
}

const tagsOf = ({ settings: { environment, owner } }: FoundationArgs) => ({ environment, owner });

const placeIn = (region: Region, group: resources.ResourceGroup, args: FoundationArgs): Place => ({
    region,
    allowEea: args.settings.regions.allowEea,
    subscriptionId: args.settings.subscriptionId,
    resourceGroupName: group.name,
    naming: args.naming,
    tags: tagsOf(args),
    protect: args.settings.protection,
});

interface VaultKeys {
    readonly databaseKey: DatabaseKey;
    readonly columnKey: keyvault.Key;
}

/** Both servers take their key from the vault of the primary region: Azure SQL wants one key for a failover group. */
function vaultKeys({ role, settings }: FoundationArgs, place: Place, vault: KeyVault): VaultKeys | undefined {
    if (role !== "primary" || !settings.sql.customerManagedKey) {
        return undefined;
    }
    const databaseKey = new DatabaseKey("database-key", {
        place,
        resourceGroupId: groupIdOf(settings, role),
        vaultId: vault.id,
        vaultName: vault.name,
        grantKey: `${settings.environment}/database-key`,
    });
    // One change of a vault at a time.
    const after = { dependsOn: databaseKey.grant };
    return { databaseKey, columnKey: columnKey("column-key", { place, vaultName: vault.name }, after) };
}

/** What exists once in an environment, and so writes its logs to the primary region's workspace: a rule elsewhere would sleep. */
const PRIMARY_ONLY: readonly AlertId[] = ["backup-failed", "key-near-expiry", "traffic-endpoint-down"];

const alertsOf = (role: RegionRole): readonly AlertId[] =>
    ALERT_QUERIES.map(({ id }) => id).filter((id) => role === "primary" || !PRIMARY_ONLY.includes(id));
