import * as pulumi from "@pulumi/pulumi";
import { requireEmails } from "../monitoring/alerts";
import type { Subscription } from "./subscription";
import { subscriptionTemplate } from "./subscription-template";

export interface SecurityContactArgs {
    readonly subscription: Subscription;
    /** Who is told; at least one address, each once. */
    readonly emails: readonly string[];
}

/**
 * Who Defender for Cloud writes to: the given addresses and the subscription's owners, of each alert of medium severity or higher.
 *
 * Azure gives a subscription its one contact by itself, some minutes after the subscription is made (Azure/terraform-provider-azapi#537).
 *
 * @throws Refusal for a region outside the European Union, or no one to tell.
 */
export class SecurityContact extends pulumi.ComponentResource {
    constructor(name: string, { subscription, emails }: SecurityContactArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:SecurityContact", name, {}, opts);
        requireEmails(emails);
        const contact = {
            type: "Microsoft.Security/securityContacts",
            apiVersion: "2023-12-01-preview",
            // The only name that Azure takes.
            name: "default",
            properties: {
                isEnabled: true,
                emails: emails.join(";"),
                notificationsByRole: { state: "On", roles: ["Owner"] },
                notificationsSources: [{ sourceType: "Alert", minimalSeverity: "Medium" }],
            },
        };
        subscriptionTemplate(`${name}-template`, { subscription, role: "security-contact", objects: [contact] }, this);
        this.registerOutputs({});
    }
}
