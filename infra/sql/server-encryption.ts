import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";

/** A customer-managed key as SQL needs to know it. */
export interface DatabaseKeyRef {
    /** Id of the user-assigned identity that may wrap and unwrap with the key. */
    readonly identityId: pulumi.Input<string>;
    /** `https://<vault>.vault.azure.net/keys/<key>/<version>`; must be known only once the identity may use the key. */
    readonly keyUriWithVersion: pulumi.Input<string>;
    /** `<vault>_<key>_<version>`: Azure accepts no other name. */
    readonly serverKeyName: pulumi.Input<string>;
}

export interface ServerEncryptionArgs {
    readonly resourceGroupName: pulumi.Input<string>;
    readonly serverName: pulumi.Input<string>;
    readonly key: DatabaseKeyRef;
    readonly protect: boolean;
    /** What changes this server before, and the partner that must have the key first. */
    readonly after: readonly pulumi.Resource[];
}

/**
 * Encrypts a server's databases with a customer-managed key that rotates by itself.
 *
 * Of two servers that replicate the secondary comes first: its partner's protector needs the same key there, else Azure answers
 * SameKeyMaterialNotFoundOnRemoteServer. Azure adds each new version of the key to the server by itself; the first version stays,
 * because backups made with it need it.
 *
 * Protected as the server is: without the protector Azure's own key would encrypt, and nobody would hear of it.
 */
export class ServerEncryption extends pulumi.ComponentResource {
    constructor(name: string, args: ServerEncryptionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:ServerEncryption", name, {}, opts);
        this.protector(name, args, this.key(name, args));
        this.registerOutputs();
    }

    private key(name: string, args: ServerEncryptionArgs): sql.ServerKey {
        const { resourceGroupName, serverName, key, protect, after } = args;
        return new sql.ServerKey(
            `${name}-key`,
            {
                resourceGroupName,
                serverName,
                keyName: key.serverKeyName,
                serverKeyType: "AzureKeyVault",
                uri: key.keyUriWithVersion,
            },
            // The name holds the version: a rotation would replace the key, delete first, while databases still use it.
            { parent: this, protect, dependsOn: [...after], ignoreChanges: ["keyName", "uri"] },
        );
    }

    private protector(name: string, args: ServerEncryptionArgs, key: sql.ServerKey): void {
        new sql.EncryptionProtector(
            `${name}-protector`,
            {
                resourceGroupName: args.resourceGroupName,
                serverName: args.serverName,
                encryptionProtectorName: "current",
                serverKeyType: "AzureKeyVault",
                serverKeyName: args.key.serverKeyName,
                autoRotationEnabled: true,
            },
            { parent: this, protect: args.protect, dependsOn: [key], ignoreChanges: ["serverKeyName"] },
        );
    }
}
