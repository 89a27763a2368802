import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";

/** A customer-managed key as SQL needs to know it. */
export interface DatabaseKeyRef {
    /** Id of the user-assigned identity that may wrap and unwrap with the key. */
    readonly identityId: pulumi.Input<string>;
    /** The identity itself, for the servers to wait for; left out where another stack made it. */
    readonly identity?: pulumi.Resource;
    /** `https://<vault>.vault.azure.net/keys/<key>/<version>`. */
    readonly keyUriWithVersion: pulumi.Input<string>;
    /** `<vault>_<key>_<version>`: Azure accepts no other name. */
    readonly serverKeyName: pulumi.Input<string>;
    /** The identity's right to use the key, without which Azure refuses it; left out where another stack gave it. */
    readonly grant?: pulumi.Resource;
}

export interface ServerEncryptionArgs {
    readonly resourceGroupName: pulumi.Input<string>;
    readonly serverName: pulumi.Input<string>;
    readonly key: DatabaseKeyRef;
    readonly protect: boolean;
    /** What changes this server before; the partner that must have the key first, or else the right to use the key. */
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
    /** What changes the server last. */
    readonly last: pulumi.Resource;

    constructor(name: string, args: ServerEncryptionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:ServerEncryption", name, {}, opts);
        this.last = this.protector(name, args, this.key(name, args));
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

    private protector(name: string, args: ServerEncryptionArgs, key: sql.ServerKey): sql.EncryptionProtector {
        return new sql.EncryptionProtector(
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
