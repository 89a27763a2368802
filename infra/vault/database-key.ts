import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";
import { roleGrant } from "../access/role-grant";
import { type Place, tagsFor } from "../place";
import { Refusal } from "../refusal";
import { requireEuRegion } from "../regions";
import { vaultKey } from "./vault-key";

export interface DatabaseKeyArgs {
    /** Region and resource group of the vault. */
    readonly place: Place;
    /** Id of that resource group, plain: the identity's id is made from it. */
    readonly resourceGroupId: string;
    readonly vaultId: pulumi.Input<string>;
    readonly vaultName: pulumi.Input<string>;
    /** Names the grant: `<environment>/<who>/<what on what>`. */
    readonly grantKey: string;
}

/**
 * The key that encrypts databases (transparent data encryption), and the identity by which SQL servers use it. Servers of both
 * regions share them: geo-replication needs the same key material on both sides.
 *
 * A rotated version must never be a change in the plan: what is built from `keyUriWithVersion` and `serverKeyName` is right at
 * creation only, and the resources of SQL that take them ignore later changes; `autoRotationEnabled` moves them, within a day.
 *
 * @throws Refusal for a region outside the European Union.
 */
export class DatabaseKey extends pulumi.ComponentResource {
    /**
     * Resource id of the user-assigned identity, plain: a server names it twice, and each resource on the server names the server, so
     * that an output would be dozens of ways back to one identity. Whoever uses it waits for {@link identity}.
     */
    readonly identityId: string;
    readonly identity: managedidentity.UserAssignedIdentity;
    /** `https://<vault>.vault.azure.net/keys/<key>/<version>`. */
    readonly keyUriWithVersion: pulumi.Output<string>;
    /** `<vault>_<key>_<version>`: what Azure SQL calls a server key. */
    readonly serverKeyName: pulumi.Output<string>;
    /** The identity's right to use the key, and the last that is written: a server that uses the key before it may is refused. */
    readonly grant: pulumi.Resource;

    constructor(name: string, args: DatabaseKeyArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:DatabaseKey", name, {}, opts);
        requireEuRegion(args.place.region, args.place);
        this.identity = this.user(name, args.place);
        const { place, vaultName } = args;
        const key = vaultKey(
            `${name}-key`,
            { place, vaultName, role: "sql-encryption", operations: ["wrapKey", "unwrapKey"] },
            { parent: this },
        );
        this.grant = roleGrant(
            `${name}-use`,
            {
                role: "keyVaultCryptoServiceEncryptionUser",
                subscriptionId: args.place.subscriptionId,
                principalId: this.identity.principalId,
                scope: pulumi.interpolate`${args.vaultId}/keys/${key.name}`,
                key: args.grantKey,
                reason: "SQL servers wrap and unwrap the keys of their databases with this one key.",
            },
            this,
        );
        this.identityId = `${args.resourceGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identityName(args.place)}`;
        this.keyUriWithVersion = key.keyUriWithVersion;
        this.serverKeyName = key.keyUriWithVersion.apply(serverKeyName);
        this.registerOutputs({
            identityId: this.identityId,
            keyUriWithVersion: this.keyUriWithVersion,
            serverKeyName: this.serverKeyName,
        });
    }

    private user(name: string, place: Place): managedidentity.UserAssignedIdentity {
        return new managedidentity.UserAssignedIdentity(
            `${name}-identity`,
            {
                resourceName: identityName(place),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                tags: tagsFor(place, "none"),
            },
            { parent: this },
        );
    }
}

const identityName = ({ naming, region }: Place): string => naming.local("identity", region, "sql-encryption");

/**
 * Azure SQL's name for a key in a vault.
 *
 * @throws Refusal when the address is not that of one version of a key.
 */
export function serverKeyName(keyUriWithVersion: string): string {
    const { hostname, pathname } = new URL(keyUriWithVersion);
    const [, kind, key, version] = pathname.split("/");
    if (kind !== "keys" || !key || !version) {
        throw new Refusal(`'${keyUriWithVersion}' is not the address of a version of a key in a vault`);
    }
    return [hostname.split(".")[0], key, version].join("_");
}
