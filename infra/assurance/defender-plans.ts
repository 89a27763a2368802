import * as pulumi from "@pulumi/pulumi";
import type { Subscription } from "./subscription";
import { subscriptionTemplate } from "./subscription-template";

export interface DefenderPlansArgs {
    readonly subscription: Subscription;
}

interface DefenderPlan {
    readonly name: string;
    /** How the plan is paid for, where Azure has more than one way; the older ways take no new subscriptions. */
    readonly subPlan?: string;
    readonly extensions?: readonly { readonly name: string; readonly isEnabled: "True" | "False" }[];
}

/**
 * The plans for what an environment is made of. Names and sub plans: Microsoft's own policies that switch them on (Azure/azure-policy,
 * `ASC_Azure_Defender_*_DINE.json`) and the documentation of Microsoft.Security/pricings.
 */
export const DEFENDER_PLANS: readonly DefenderPlan[] = [
    { name: "SqlServers" },
    { name: "AppServices" },
    { name: "KeyVaults", subPlan: "PerKeyVault" },
    {
        name: "StorageAccounts",
        subPlan: "DefenderForStorageV2",
        // Both read what customers keep; the first makes Event Grid topics that the program does not know.
        extensions: [
            { name: "OnUploadMalwareScanning", isEnabled: "False" },
            { name: "SensitiveDataDiscovery", isEnabled: "False" },
        ],
    },
    { name: "Arm", subPlan: "PerSubscription" },
];

/**
 * Microsoft Defender for Cloud on all databases, sites, vaults, storage accounts and management calls of a subscription: it looks for
 * attacks and vulnerabilities between two external tests. Every subscription has each plan, at first as `Free`.
 *
 * @throws Refusal for a region outside the European Union.
 */
export class DefenderPlans extends pulumi.ComponentResource {
    constructor(name: string, { subscription }: DefenderPlansArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:DefenderPlans", name, {}, opts);
        const objects = DEFENDER_PLANS.map(({ name: plan, ...rest }) => ({
            type: "Microsoft.Security/pricings",
            apiVersion: "2024-01-01",
            name: plan,
            properties: { pricingTier: "Standard", ...rest },
        }));
        subscriptionTemplate(`${name}-template`, { subscription, role: "defender-plans", objects }, this);
        this.registerOutputs({});
    }
}
