import * as pulumi from "@pulumi/pulumi";
import { type CustomRoleName, customRole } from "../infra/access/custom-roles";
import { groupGrant } from "../infra/access/group-grant";
import { isInForce, kebab, type PeopleRight, peopleRights } from "./access/people-rights";
import { ownerOf } from "./access/role-titles";
import type { Foundation, RegionRole } from "./foundation";
import { groupIdOf } from "./plain-ids";
import type { Loaded } from "./settings/load-environment";

export interface PeopleArgs {
    readonly loaded: Loaded;
    readonly foundations: Readonly<Record<RegionRole, Foundation>>;
    /** ISO date: what ended before it is not given any more, and what begins after it not yet. */
    readonly today: string;
}

/**
 * What people may do: the access protocol (`access.yaml`) and nothing else. All of it is plain, so that a preview shows who gets what where, and
 * depends on no more than what must be there first.
 */
export class People extends pulumi.ComponentResource {
    constructor(name: string, { loaded, foundations, today }: PeopleArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:stacks:People", name, {}, opts);
        const { subscriptionId } = loaded.settings;
        const rights = peopleRights(loaded).filter((right) => isInForce(right, today));
        const roles = this.customRoles(name, rights, loaded, foundations);
        for (const right of rights) {
            const { row, given, roleId, scope, condition, region, lastDay } = right;
            const role = "custom" in given.role ? roles.get(given.role.custom) : undefined;
            const target = {
                groups: [foundations[region].group],
                workspaces: [foundations[region].monitoring.logs],
                operatorVaults: [],
            }[given.on];
            groupGrant(
                right.name,
                {
                    groupId: row.objectId,
                    roleDefinitionId: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
                    scope,
                    why: row.why,
                    condition,
                    eligibleUntil: row.standing ? undefined : lastDay,
                    after: [...target, ...(role === undefined ? [] : [role])],
                },
                this,
            );
        }
        this.registerOutputs({});
    }

    /** Only those that somebody has. */
    private customRoles(
        name: string,
        rights: readonly PeopleRight[],
        { settings }: Loaded,
        foundations: PeopleArgs["foundations"],
    ): ReadonlyMap<CustomRoleName, pulumi.Resource> {
        const used = new Set(rights.flatMap(({ given: { role } }) => ("custom" in role ? [role.custom] : [])));
        const regions = ["primary", "secondary"] as const;
        const args = {
            owner: ownerOf(settings),
            subscriptionId: settings.subscriptionId,
            groups: regions.map((region) => groupIdOf(settings, region)),
            after: regions.map((region) => foundations[region].group),
        };
        return new Map(
            [...used].sort().map((role) => [role, customRole(`${name}-role-${kebab(role)}`, { role, ...args }, this)]),
        );
    }
}
