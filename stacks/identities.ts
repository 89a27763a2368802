import * as managedidentity from "@pulumi/azure-native/managedidentity";
import type * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../infra/place";

export type ApplicationRole = "front-end" | "back-end";

/** Who an application is, in both regions: a database knows it by its client id, a role assignment by its principal id. */
export interface ApplicationIdentity {
    /** Its name in Azure. */
    readonly name: string;
    readonly id: pulumi.Output<string>;
    readonly clientId: pulumi.Output<string>;
    readonly principalId: pulumi.Output<string>;
}

/** One identity for each application, so that a failover changes nothing in who may do what. */
export function applicationIdentity(role: ApplicationRole, place: Place): ApplicationIdentity {
    const name = place.naming.local("identity", place.region, role);
    const { id, clientId, principalId } = new managedidentity.UserAssignedIdentity(`${role}-identity`, {
        resourceName: name,
        resourceGroupName: place.resourceGroupName,
        location: place.region,
        tags: tagsFor(place, "none"),
    });
    return { name, id, clientId, principalId };
}
