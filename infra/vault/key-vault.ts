import * as keyvault from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";
import { type PrivateAccess, PrivateLink } from "../network/private-link";
import { type Place, tagsFor } from "../place";
import { requireEuRegion } from "../regions";

export interface KeyVaultArgs {
    readonly place: Place;
    /** Directory whose identities may be granted rights; rights come from role assignments only. */
    readonly tenantId: string;
    /** The network from which the vault is reached; it has no public address. */
    readonly access: PrivateAccess;
    readonly workspaceId: pulumi.Input<string>;
}

/** Days that a deleted vault can be brought back: Azure's longest. Its name stays taken meanwhile. */
const SOFT_DELETE_DAYS = 90;

/**
 * A vault that only its own network reaches, with role-based rights, purge protection and an audit log.
 *
 * It does not lock itself: keys and rights are declared in it later, and a lock comes after everything inside its scope. The lock is
 * the owner's last step; a policy refuses a plan without it.
 *
 * @throws Refusal for a region outside the European Union.
 */
export class KeyVault extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly name: pulumi.Output<string>;
    /** `https://<name>.vault.azure.net/`. */
    readonly uri: pulumi.Output<string>;

    constructor(name: string, args: KeyVaultArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:KeyVault", name, {}, opts);
        requireEuRegion(args.place.region, { allowEea: true });
        const vault = this.vault(name, args);
        diagnostics(`${name}-logs`, { resourceUri: vault.id, workspaceId: args.workspaceId }, this);
        new PrivateLink(
            `${name}-link`,
            { access: args.access, service: "vault", targetId: vault.id, role: "vault" },
            { parent: this },
        );
        this.id = vault.id;
        this.name = vault.name;
        this.uri = pulumi.interpolate`https://${vault.name}.vault.azure.net/`;
        this.registerOutputs({ id: this.id, name: this.name, uri: this.uri });
    }

    private vault(name: string, { place, tenantId }: KeyVaultArgs): keyvault.Vault {
        return new keyvault.Vault(
            `${name}-vault`,
            {
                vaultName: place.naming.global("vault", place.region),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                properties: {
                    tenantId,
                    sku: { family: "A", name: "standard" },
                    enableRbacAuthorization: true,
                    enableSoftDelete: true,
                    softDeleteRetentionInDays: SOFT_DELETE_DAYS,
                    // Azure accepts only true, and never takes it back.
                    enablePurgeProtection: true,
                    publicNetworkAccess: "Disabled",
                    // As trusted services come Azure SQL for its own key, and App Service when it imports a certificate. The Key
                    // Vault references of an application do not: they come through its network.
                    networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
                },
                tags: tagsFor(place, "operational"),
            },
            { parent: this, protect: place.protect },
        );
    }
}
