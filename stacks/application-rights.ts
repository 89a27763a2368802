import * as pulumi from "@pulumi/pulumi";
import { roleGrant } from "../infra/access/role-grant";
import type { Role } from "../infra/access/roles";
import type { ApplicationIdentity, ApplicationRole } from "./identities";

/** One resource and what an application may do with it. */
export interface Need {
    readonly role: Role;
    /** What it is called in the access matrix, for example `primary vault`. */
    readonly target: string;
    readonly scope: pulumi.Input<string>;
    readonly reason: string;
}

export interface ApplicationRightsArgs {
    readonly environment: string;
    readonly subscriptionId: string;
    readonly application: ApplicationRole;
    readonly identity: ApplicationIdentity;
    readonly needs: readonly Need[];
}

/** The rights of one application, each on one resource: they stand before the application starts. */
export class ApplicationRights extends pulumi.ComponentResource {
    constructor(name: string, args: ApplicationRightsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:stacks:ApplicationRights", name, {}, opts);
        for (const { role, target, scope, reason } of args.needs) {
            roleGrant(
                `${name}-${target.replaceAll(" ", "-")}`,
                {
                    role,
                    subscriptionId: args.subscriptionId,
                    principalId: args.identity.principalId,
                    scope,
                    key: `${args.environment}/${args.application}/${target}`,
                    reason,
                },
                this,
            );
        }
        this.registerOutputs({});
    }
}
