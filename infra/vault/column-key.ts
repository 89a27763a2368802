import type * as keyvault from "@pulumi/azure-native/keyvault";
import type * as pulumi from "@pulumi/pulumi";
import type { Place } from "../place";
import { vaultKey } from "./vault-key";

export interface ColumnKeyArgs {
    /** Region and resource group of the vault. */
    readonly place: Place;
    readonly vaultName: pulumi.Input<string>;
}

/**
 * The column master key of Always Encrypted: it wraps the column encryption keys, which lie wrapped in the databases and encrypt in the
 * application, so that the server never sees what they hide. Clients sign what they write of a master key and verify it (Microsoft, "Create
 * and store column master keys for Always Encrypted").
 *
 * A rotated version wraps nothing by itself: the databases name the version that they use, until somebody rotates it there too.
 */
export const columnKey = (name: string, args: ColumnKeyArgs, opts: pulumi.CustomResourceOptions): keyvault.Key =>
    vaultKey(
        name,
        { ...args, role: "column-encryption", operations: ["wrapKey", "unwrapKey", "sign", "verify"] },
        opts,
    );
