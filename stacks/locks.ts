import type * as pulumi from "@pulumi/pulumi";
import { deletionLock } from "../infra/protection/deletion-lock";
import type { ApplicationRights } from "./application-rights";
import type { CustomerData } from "./customer-data";
import type { Foundation, RegionRole } from "./foundation";
import type { Hosting } from "./hosting";

export interface LocksArgs {
    readonly foundations: Readonly<Record<RegionRole, Foundation>>;
    readonly data: CustomerData;
    readonly hosting: Readonly<Record<RegionRole, Hosting>>;
    /** Of all applications: some lie in each of the scopes. */
    readonly rights: readonly ApplicationRights[];
}

/**
 * Locks what several parts of an environment write into: vaults and storage accounts. Each lock depends on everything inside
 * its scope, rights included, so that it is made last and goes first: with the lock still there, Azure answers the deletion of anything
 * inside with 409 ScopeLocked (terraform-provider-azurerm#22866).
 *
 * There are none where nothing is protected. What is added to a vault or a storage account goes into the list of its lock.
 * Databases and the backup vault lock themselves, since nothing is added to them later.
 */
export function lockLast({ foundations, data, hosting, rights }: LocksArgs): void {
    if (!foundations.primary.place.protect) {
        return;
    }
    const lock = (of: string, scope: pulumi.Input<string>, notes: string, inside: readonly pulumi.Resource[]) =>
        deletionLock(`${of}-lock`, { scope, notes, inside: [...inside, ...rights] });

    for (const role of ["primary", "secondary"] as const) {
        const { vault } = foundations[role];
        const { packages } = hosting[role];
        // The vault's endpoint comes after the databases' key and its right, where they lie in it.
        lock(`${role}-vault`, vault.id, "Holds keys and secrets.", [vault.log, vault.last]);
        lock(`${role}-packages`, packages.id, "Holds release packages.", packages.written);
    }
    // The backup comes after all that is written into the store.
    lock("documents", data.documents.id, "Holds customers' documents.", [data.backup.backup]);
}
