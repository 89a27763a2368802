import { DATABASE_COPY } from "../allowed-types";
import * as types from "../azure-types";
import { judgeCopies } from "../copy-locks";
import { isTransient, tag } from "../data-class";
import { isReleased } from "../leaving-tenants";
import { isOnServerOrGroup, LOCKS, locksOn } from "../locks";
import type { ResourceView, StackView } from "../model";
import { anyStackRule, type Report } from "../rule";
import { found } from "../show";
import { tenantContainersOf } from "../tenant-containers";

const WIDE_LOCKS: ReadonlySet<string> = new Set([
    "azure-native:authorization:ManagementLockAtResourceGroupLevel",
    "azure-native:authorization:ManagementLockAtSubscriptionLevel",
]);

/** What a lock keeps from being deleted, also outside Pulumi. */
const LOCKED: ReadonlySet<string> = new Set([types.BACKUP_VAULT, types.DATABASE, types.STORAGE_ACCOUNT, types.VAULT]);

/** Names are made from it: another text is another name, and so a replacement of all that has one. */
const RANDOM_TEXT = "random:index/randomString:RandomString";

/** What holds data, guards it or keeps it: a deployment must not delete or replace it. */
const PROTECTED: ReadonlySet<string> = new Set([
    ...LOCKED,
    ...types.AUDITING_POLICIES,
    "azure-native:dataprotection:BackupInstance",
    "azure-native:keyvault:Key",
    "azure-native:sql:EncryptionProtector",
    "azure-native:sql:ServerKey",
    "azure-native:sql:ServerSecurityAlertPolicy",
    "azure-native:storage:BlobServiceProperties",
    "azure-native:web:Certificate",
    DATABASE_COPY,
    RANDOM_TEXT,
    types.BACKUP_POLICY,
    types.BLOB_CONTAINER,
    types.ELASTIC_POOL,
    types.FAILOVER_GROUP,
    types.SERVER,
    types.WORKSPACE,
]);

export const prodDeleteLock = anyStackRule((resource, report, { stack, config }) => {
    if (LOCKS.includes(resource.type)) {
        judgeLock(resource, report);
    }
    if (WIDE_LOCKS.has(resource.type)) {
        report("locks a resource group or more, and everything inside inherits it");
    }
    if (isCopyToGo(resource, stack) || isReleased(resource, config)) {
        return;
    }
    if (
        PROTECTED.has(resource.type) &&
        !resource.protect &&
        !holdsNothing(resource, stack) &&
        !isForOthers(resource, stack)
    ) {
        report("is not protected: a deployment could delete it");
    }
    if (LOCKED.has(resource.type) && !locksOn(resource, stack).some(({ props }) => props.level === "CanNotDelete")) {
        report("has no lock against deletion");
    }
    if (resource.type === types.FAILOVER_GROUP) {
        const kept = (database: ResourceView) => !isTransient(database) && !isReleased(database, config);
        judgeCopies(resource, stack, kept, report);
    }
});

/** An account cannot show that it is a copy; one with a container that is a customer's may as well be the original. */
const isCopyToGo = (resource: ResourceView, stack: StackView): boolean =>
    isTransient(resource) &&
    (resource.type !== types.STORAGE_ACCOUNT || tenantContainersOf(resource, stack).length === 0);

const OF_ACCOUNT: readonly string[] = [types.BLOB_CONTAINER, "azure-native:storage:BlobServiceProperties"];

/** A container has no tags: its account says what is in it. */
const holdsNothing = (resource: ResourceView, stack: StackView): boolean =>
    OF_ACCOUNT.includes(resource.type) &&
    resource
        .references("accountName", types.STORAGE_ACCOUNT)
        .some((account) => tag(account, "dataClass") === "none" || isCopyToGo(account, stack));

/** Inherited, it would keep an expired firewall rule or role assignment alive. */
function judgeLock(lock: ResourceView, report: Report): void {
    if (isOnServerOrGroup(lock)) {
        report("locks a server or a resource group, and everything inside inherits it");
    }
    if (lock.props.level !== "CanNotDelete") {
        report(found("level", lock.props.level));
    }
}

/** True for random text of which something is made, and nothing that holds data, nor a group, which would go with all inside. */
function isForOthers({ type, urn }: ResourceView, stack: StackView): boolean {
    if (type !== RANDOM_TEXT) {
        return false;
    }
    const makes = indexes.get(stack) ?? index(stack);
    indexes.set(stack, makes);
    return makes.get(urn) === false;
}

/** Kept for each stack: of each random text that something is made from, whether that holds data or may lead to what does. */
const indexes = new WeakMap<StackView, ReadonlyMap<string, boolean>>();

function index(stack: StackView): ReadonlyMap<string, boolean> {
    const makes = new Map<string, boolean>();
    for (const resource of stack.all) {
        const { type, inputs } = resource;
        const counts = PROTECTED.has(type) || type === types.RESOURCE_GROUP || !type.startsWith("azure-native:");
        for (const urn of Object.keys(inputs).flatMap((property) => resource.dependencyUrns(property))) {
            if (stack.byUrn(urn)?.type === RANDOM_TEXT) {
                makes.set(urn, counts || makes.get(urn) === true);
            }
        }
    }
    return makes;
}
