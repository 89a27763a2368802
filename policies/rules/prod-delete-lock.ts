import * as types from "../azure-types";
import { isTransient, tag } from "../data-class";
import { isOnServerOrGroup, LOCKS, locksOn } from "../locks";
import type { ResourceView } from "../model";
import { anyStackRule, type Report } from "../rule";
import { found } from "../show";

const WIDE_LOCKS: ReadonlySet<string> = new Set([
    "azure-native:authorization:ManagementLockAtResourceGroupLevel",
    "azure-native:authorization:ManagementLockAtSubscriptionLevel",
]);

/** What a lock keeps from being deleted, also outside Pulumi. */
const LOCKED: ReadonlySet<string> = new Set([types.BACKUP_VAULT, types.DATABASE, types.STORAGE_ACCOUNT, types.VAULT]);

/** What holds data: a deployment must not delete or replace it. */
const PROTECTED: ReadonlySet<string> = new Set([
    ...LOCKED,
    "azure-native:keyvault:Key",
    "azure-native:web:Certificate",
    types.BLOB_CONTAINER,
    types.ELASTIC_POOL,
    types.FAILOVER_GROUP,
    types.SERVER,
    types.WORKSPACE,
]);

export const prodDeleteLock = anyStackRule((resource, report, { stack }) => {
    if (LOCKS.includes(resource.type)) {
        judgeLock(resource, report);
    }
    if (WIDE_LOCKS.has(resource.type)) {
        report("locks a resource group or more, and everything inside inherits it");
    }
    if (isTransient(resource)) {
        return;
    }
    if (PROTECTED.has(resource.type) && !resource.protect && !holdsNothing(resource)) {
        report("is not protected: a deployment could delete it");
    }
    if (LOCKED.has(resource.type) && !locksOn(resource, stack).some(({ props }) => props.level === "CanNotDelete")) {
        report("has no lock against deletion");
    }
});

/** A container has no tags: its account says what is in it. */
const holdsNothing = (resource: ResourceView): boolean =>
    resource.type === types.BLOB_CONTAINER &&
    resource
        .references("accountName", types.STORAGE_ACCOUNT)
        .some((account) => tag(account, "dataClass") === "none" || isTransient(account));

/** Inherited, it would keep an expired firewall rule or role assignment alive. */
function judgeLock(lock: ResourceView, report: Report): void {
    if (isOnServerOrGroup(lock)) {
        report("locks a server or a resource group, and everything inside inherits it");
    }
    if (lock.props.level !== "CanNotDelete") {
        report(found("level", lock.props.level));
    }
}
