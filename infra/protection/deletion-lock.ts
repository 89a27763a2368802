import * as authorization from "@pulumi/azure-native/authorization";
import type * as pulumi from "@pulumi/pulumi";

export interface DeletionLockArgs {
    /** Id of the resource that must stay. Never a server or a resource group: a lock is inherited by everything inside. */
    readonly scope: pulumi.Input<string>;
    /** What lies inside the scope: the lock goes first when a stack is destroyed, else Azure answers 409 ScopeLocked. */
    readonly inside?: readonly pulumi.Resource[];
    readonly notes: string;
}

/** Keeps a resource from being deleted by anyone, also outside Pulumi. Removing the lock is eventually consistent. */
export function deletionLock(
    name: string,
    args: DeletionLockArgs,
    parent?: pulumi.Resource,
): authorization.ManagementLockByScope {
    return new authorization.ManagementLockByScope(
        name,
        { lockName: name, scope: args.scope, level: "CanNotDelete", notes: args.notes },
        { parent, dependsOn: [...(args.inside ?? [])] },
    );
}
