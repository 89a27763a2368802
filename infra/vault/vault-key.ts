import * as keyvault from "@pulumi/azure-native/keyvault";
import type * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";

export interface VaultKeyArgs {
    /** Region and resource group of the vault. */
    readonly place: Place;
    readonly vaultName: pulumi.Input<string>;
    /** What it is for, part of its name. */
    readonly role: string;
    readonly operations: readonly ("wrapKey" | "unwrapKey" | "sign" | "verify")[];
}

/**
 * A new version is made well before the current one ends. Counted from a version's creation: the first one has no expiry (`expiryTime`
 * applies to rotated ones only), so a time before its expiry never comes. Key Vault unwraps and verifies with an expired version (Microsoft,
 * "About keys"), so what an old version encrypted stays readable as long as no version is deleted, which purge protection sees to.
 */
const ROTATION = {
    attributes: { expiryTime: "P1Y" },
    lifetimeActions: [
        { action: { type: "rotate" as const }, trigger: { timeAfterCreate: "P10M" } },
        // Reached only when the rotation did not happen: the alert "key-near-expiry" waits for it.
        { action: { type: "notify" as const }, trigger: { timeBeforeExpiry: "P30D" } },
    ],
};

/**
 * A key that encrypts other keys, never leaves its vault and is rotated by age.
 *
 * Azure Resource Manager makes the first version of a key and changes nothing of one that exists: another rotation policy or
 * size needs a new key, or `az keyvault key rotation-policy update` from inside the network.
 */
export function vaultKey(
    name: string,
    { place, vaultName, role, operations }: VaultKeyArgs,
    opts: pulumi.CustomResourceOptions,
): keyvault.Key {
    return new keyvault.Key(
        name,
        {
            keyName: place.naming.local("key", place.region, role),
            vaultName,
            resourceGroupName: place.resourceGroupName,
            properties: {
                kty: "RSA",
                keySize: 3072,
                keyOps: [...operations],
                attributes: { enabled: true, exportable: false },
                rotationPolicy: ROTATION,
            },
            tags: tagsFor(place, "operational"),
        },
        { ...opts, protect: place.protect },
    );
}
