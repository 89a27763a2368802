import * as types from "../azure-types";
import { isTransient, tag } from "../data-class";
import type { ResourceView } from "../model";
import { anyStackRule, type Report } from "../rule";
import { found, text } from "../show";

const LOCK = "azure-native:authorization:ManagementLockByScope";
const RESOURCE_LOCK = "azure-native:authorization:ManagementLockAtResourceLevel";
const WIDE_LOCKS: ReadonlySet<string> = new Set([
    "azure-native:authorization:ManagementLockAtResourceGroupLevel",
    "azure-native:authorization:ManagementLockAtSubscriptionLevel",
]);

/** What a lock keeps from being deleted, also outside Pulumi. */
const LOCKED: ReadonlySet<string> = new Set([types.BACKUP_VAULT, types.DATABASE, types.STORAGE_ACCOUNT, types.VAULT]);

const CONTAINER = "azure-native:storage:BlobContainer";

/** What holds data: a deployment must not delete or replace it. */
const PROTECTED: ReadonlySet<string> = new Set([
    ...LOCKED,
    "azure-native:keyvault:Key",
    "azure-native:web:Certificate",
    CONTAINER,
    types.ELASTIC_POOL,
    types.FAILOVER_GROUP,
    types.SERVER,
    types.WORKSPACE,
]);

export const prodDeleteLock = anyStackRule((resource, report, { stack }) => {
    if (resource.type === LOCK) {
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
    if (LOCKED.has(resource.type)) {
        const locks = [
            ...stack.referrers(resource, "scope", LOCK),
            ...stack.referrers(resource, "resourceName", RESOURCE_LOCK),
        ];
        if (!locks.some(({ props }) => props.level === "CanNotDelete")) {
            report("has no lock against deletion");
        }
    }
});

/** A container has no tags: its account says what is in it. */
const holdsNothing = (resource: ResourceView): boolean =>
    resource.type === CONTAINER &&
    resource
        .references("accountName", types.STORAGE_ACCOUNT)
        .some((account) => tag(account, "dataClass") === "none" || isTransient(account));

const SERVER_OR_GROUP =
    /\/providers\/microsoft\.sql\/servers\/[^/]+\/?$|^\/subscriptions\/[^/]+(\/resourcegroups\/[^/]+)?\/?$/i;

/** Inherited, it would keep an expired firewall rule or role assignment alive. */
function judgeLock(lock: ResourceView, report: Report): void {
    const scopes = lock.dependenciesOf("scope");
    const isWide =
        scopes.length > 0
            ? scopes.every(({ type }) => type === types.SERVER || type === types.RESOURCE_GROUP)
            : SERVER_OR_GROUP.test(text(lock.props.scope));
    if (isWide) {
        report("locks a server or a resource group, and everything inside inherits it");
    }
    if (lock.props.level !== "CanNotDelete") {
        report(found("level", lock.props.level));
    }
}
