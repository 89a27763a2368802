import * as pulumi from "@pulumi/pulumi";
import { DefenderPlans } from "../infra/assurance/defender-plans";
import { RegulatoryPolicies } from "../infra/assurance/regulatory-policies";
import { SecurityContact } from "../infra/assurance/security-contact";
import type { Naming } from "../infra/naming";
import type { Settings } from "./settings/settings";

export interface AssuranceArgs {
    readonly settings: Settings;
    readonly naming: Naming;
}

/**
 * What watches over a whole subscription. It exists once in a subscription, so that only the environment that owns it has it: two would
 * overwrite each other's.
 */
export class Assurance extends pulumi.ComponentResource {
    constructor(name: string, { settings, naming }: AssuranceArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:stacks:Assurance", name, {}, opts);
        const { subscriptionId, regions, environment, owner, monitoring } = settings;
        const subscription = {
            subscriptionId,
            region: regions.primary,
            allowEea: regions.allowEea,
            naming,
            tags: { environment, owner },
        };
        const options = { parent: this };
        new DefenderPlans("defender-plans", { subscription }, options);
        new SecurityContact("security-contact", { subscription, emails: monitoring.alertEmails }, options);
        new RegulatoryPolicies("policies", { subscription, besides: settings.initiatives }, options);
        this.registerOutputs({});
    }
}
