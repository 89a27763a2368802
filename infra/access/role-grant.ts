import * as authorization from "@pulumi/azure-native/authorization";
import type * as pulumi from "@pulumi/pulumi";
import { v5 as uuidv5 } from "uuid";
import { ROLES, type Role } from "./roles";

/** Makes a grant's name depend on nothing but who may do what where: made up once, never to change. */
const NAMESPACE = "6f1d1f3e-9b0a-5d57-8a43-2f3c8d5f0b61";

export interface RoleGrantArgs {
    readonly role: Role;
    /** The subscription in which the role is given. */
    readonly subscriptionId: string;
    /** Object id of a managed identity. */
    readonly principalId: pulumi.Input<string>;
    /** Id of one resource; never a subscription or a resource group. */
    readonly scope: pulumi.Input<string>;
    /** Names the grant: `<environment>/<who>/<what on what>`. The same key gives the same UUID in every deployment. */
    readonly key: string;
    /** Why it is needed, for the reader of the access matrix. */
    readonly reason: string;
}

/**
 * A right that one part of the platform needs of another.
 *
 * `principalType` is always given: without it the SDK sends `User`, and Azure refuses a managed identity that it does not see
 * yet with 400 PrincipalNotFound.
 */
export function roleGrant(name: string, args: RoleGrantArgs, parent: pulumi.Resource): authorization.RoleAssignment {
    return new authorization.RoleAssignment(
        name,
        {
            roleAssignmentName: uuidv5(`${args.key}/${args.role}`, NAMESPACE),
            // As Azure answers it: without the subscription, every refresh would find a difference.
            roleDefinitionId: `/subscriptions/${args.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${ROLES[args.role]}`,
            principalId: args.principalId,
            principalType: "ServicePrincipal",
            scope: args.scope,
            description: args.reason,
        },
        { parent },
    );
}
