import * as keyvault from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";
import { GUID } from "../guid";
import { diagnostics } from "../monitoring/diagnostics";
import { type PrivateAccess, PrivateLink } from "../network/private-link";
import { type Place, tagsFor } from "../place";
import { Refusal } from "../refusal";
import { requireEuRegion } from "../regions";

export interface KeyVaultArgs {
    readonly place: Place;
    /** Directory whose identities may be granted rights; rights come from role assignments only. */
    readonly tenantId: string;
    /** The network from which the vault is reached; it has no public address. */
    readonly access: PrivateAccess;
    readonly workspaceId: pulumi.Input<string>;
    /**
     * What is written into the vault at once, and before its endpoint: two changes of a vault at a time conflict, and the endpoint is
     * what others wait for. Returns the last that it makes.
     */
    readonly contents?: (vault: KeyVault) => pulumi.Resource | undefined;
}

/** Days that a deleted vault can be brought back: Azure's longest. Its name stays taken meanwhile. */
const SOFT_DELETE_DAYS = 90;

/**
 * A vault that only its own network reaches, with role-based rights, purge protection and an audit log.
 *
 * It does not lock itself: keys and rights are declared in it later, and a lock comes after everything inside its scope. The lock is
 * the owner's last step; a policy refuses a plan without it.
 *
 * @throws Refusal for a region outside the European Union, or a directory id that is none.
 */
export class KeyVault extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly name: pulumi.Output<string>;
    /** `https://<name>.vault.azure.net/`. */
    readonly uri: pulumi.Output<string>;
    /** What is written last, for the next to wait for. */
    readonly last: pulumi.Resource;
    /** Its own settings besides: what waits for everything in the vault names it too. */
    readonly log: pulumi.Resource;

    constructor(name: string, args: KeyVaultArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:KeyVault", name, {}, opts);
        requireEuRegion(args.place.region, args.place);
        requireTenant(args.tenantId);
        const vault = this.vault(name, args);
        this.id = vault.id;
        this.name = vault.name;
        this.uri = pulumi.interpolate`https://${vault.name}.vault.azure.net/`;
        this.log = diagnostics(`${name}-logs`, { resourceUri: vault.id, workspaceId: args.workspaceId }, this);
        this.last = this.link(name, args, args.contents?.(this)).last;
        this.registerOutputs({ id: this.id, name: this.name, uri: this.uri });
    }

    private link(name: string, { access }: KeyVaultArgs, contents: pulumi.Resource | undefined): PrivateLink {
        const after = contents ? [contents] : [];
        return new PrivateLink(
            `${name}-link`,
            { access, service: "vault", targetId: this.id, role: "vault", after },
            { parent: this },
        );
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

function requireTenant(tenantId: string): void {
    if (!GUID.test(tenantId)) {
        throw new Refusal(`tenantId '${tenantId}' is no GUID; copy the directory's id from Entra ID`);
    }
}
