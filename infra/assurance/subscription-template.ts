import * as resources from "@pulumi/azure-native/resources";
import type * as pulumi from "@pulumi/pulumi";
import { tagsFor } from "../place";
import { requireEuRegion } from "../regions";
import type { Subscription } from "./subscription";

/** An object of the subscription itself, as Azure Resource Manager takes it. */
export interface SubscriptionObject {
    readonly type: string;
    readonly apiVersion: string;
    readonly name: string;
    readonly properties: Readonly<Record<string, unknown>>;
}

export interface SubscriptionTemplateArgs {
    readonly subscription: Subscription;
    /** Tells the templates of a subscription apart. */
    readonly role: string;
    /** Written one after the other, in this order. */
    readonly objects: readonly SubscriptionObject[];
}

/**
 * Writes objects that a subscription has whether or not anyone made them.
 *
 * As resources of their own they could not be created: azure-native looks first and answers "cannot create already existing
 * resource", and the engine refuses to import what differs from the program, as it does until it has been written once. A template
 * writes them either way. In return a refresh does not see them change, and taking them out of the program leaves them as they are.
 *
 * @throws Refusal for a region outside the European Union.
 */
export function subscriptionTemplate(
    name: string,
    { subscription, role, objects }: SubscriptionTemplateArgs,
    parent: pulumi.Resource,
): resources.DeploymentAtSubscriptionScope {
    requireEuRegion(subscription.region, subscription);
    return new resources.DeploymentAtSubscriptionScope(
        name,
        {
            // Azure keeps the record of a deployment in one region, and refuses the same name in another.
            deploymentName: subscription.naming.local("deployment", subscription.region, role),
            location: subscription.region,
            properties: { mode: "Incremental", template: templateOf(objects) },
            tags: tagsFor(subscription, "none"),
        },
        { parent },
    );
}

const templateOf = (objects: readonly SubscriptionObject[]) => ({
    $schema: "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    resources: objects.map((object, index) => ({ ...object, ...after(objects[index - 1]) })),
});

/** Unverified: Defender answers 409 to a second change of its plans while the first is under way. */
const after = (before: SubscriptionObject | undefined) =>
    before ? { dependsOn: [`[subscriptionResourceId('${before.type}', '${before.name}')]`] } : {};
