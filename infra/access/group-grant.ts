import * as authorization from "@pulumi/azure-native/authorization";
import type * as pulumi from "@pulumi/pulumi";
import { v5 as uuidv5 } from "uuid";

/** Makes a grant's name depend on nothing but who may do what where: made up once, never to change. */
const NAMESPACE = "0e8b5f57-2f6e-5b0c-8d5b-7a1c94e3d2f6";

export interface GroupGrantArgs {
    /** Object id of an Entra group. */
    readonly groupId: string;
    /** Full id of the role's definition, with the subscription, as Azure answers it. */
    readonly roleDefinitionId: string;
    /** Id of a resource group, or of a resource that no lock is on: a locked one keeps a right that is over. */
    readonly scope: string;
    readonly why: string;
    /** Narrows a role that reads or writes data; version 2.0. */
    readonly condition?: string;
    /** For a right that must be asked for: the last day on which it can be, `YYYY-MM-DD`. Without it the right is always there. */
    readonly eligibleUntil?: string;
    /** What the scope and the role are, where this stack makes them. */
    readonly after: readonly pulumi.Resource[];
}

/**
 * A right of the people in a group.
 *
 * An eligible one ends by itself: unless somebody changed it, Azure's policy for a role refuses one that never ends
 * (hashicorp/terraform-provider-azurerm#22766), and one longer than a year. Its resource cannot be changed, and there is one for a group, role
 * and scope, so that it goes before its successor comes.
 */
export function groupGrant(name: string, args: GroupGrantArgs, parent: pulumi.Resource): void {
    const { groupId, roleDefinitionId, scope, why, condition, eligibleUntil, after } = args;
    const right = {
        principalId: groupId,
        roleDefinitionId,
        scope,
        ...(condition === undefined ? {} : { condition, conditionVersion: "2.0" }),
    };
    const options = { parent, dependsOn: [...after] };
    if (eligibleUntil === undefined) {
        new authorization.RoleAssignment(
            name,
            {
                ...right,
                roleAssignmentName: uuidv5([groupId, roleDefinitionId, scope].join(" ").toLowerCase(), NAMESPACE),
                principalType: "Group",
                description: why,
            },
            options,
        );
        return;
    }
    new authorization.PimRoleEligibilitySchedule(
        name,
        {
            ...right,
            justification: why,
            // Without a start it begins when it is made: a date of ours would replace it for nothing.
            scheduleInfo: {
                expiration: {
                    type: authorization.Type.AfterDateTime,
                    endDateTime: `${eligibleUntil}T23:59:59Z`,
                },
            },
        },
        { ...options, deleteBeforeReplace: true },
    );
}
