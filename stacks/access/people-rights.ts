import { CUSTOM_ROLES, customRoleId } from "../../infra/access/custom-roles";
import { ROLES } from "../../infra/access/roles";
import type { RegionRole } from "../foundation";
import { groupIdOf, workspaceIdOf } from "../plain-ids";
import type { AccessGrant } from "../settings/data-files";
import { addDays } from "../settings/days";
import type { Loaded } from "../settings/load-environment";
import type { Settings } from "../settings/settings";
import { type GivenRole, MEANINGS, type Place } from "./role-table";
import { ownerOf, titleOf } from "./role-titles";

/** One role of Azure on one thing, as a row of the access protocol has it. All of it is plain. */
export interface PeopleRight {
    readonly row: AccessGrant;
    /** Unique in the environment. */
    readonly name: string;
    readonly given: GivenRole;
    /** GUID of the role's definition. */
    readonly roleId: string;
    /** What the role is called in Azure. */
    readonly roleTitle: string;
    readonly scope: string;
    /** What the scope is called in the access matrix. */
    readonly target: string;
    readonly region: RegionRole;
    readonly condition?: string;
    /** The first day on which it is given: that of the test window, for who tests the security; left out for others. */
    readonly firstDay?: string;
    /** The last day on which it is given; left out for what is for good. */
    readonly lastDay?: string;
}

type Files = Pick<Loaded, "settings" | "data">;

/** The rights of people that an environment's access protocol describes, also those that are over. */
export const peopleRights = ({ settings, data }: Files): readonly PeopleRight[] =>
    data.access.flatMap((row) =>
        (meaningOf(row)?.gives ?? []).flatMap((given) =>
            targetsOf(given.on, settings).map(rightOf(row, given, settings)),
        ),
    );

/** What a row stands for; `undefined` where it makes no sense, which the settings refuse. */
export const meaningOf = ({ scope, role }: Pick<AccessGrant, "scope" | "role">) => MEANINGS[scope][role];

/** True until the last day of a right is over, from its first day on where it has one. */
export const isInForce = ({ firstDay, lastDay }: Pick<PeopleRight, "firstDay" | "lastDay">, today: string): boolean =>
    (firstDay === undefined || firstDay <= today) && (lastDay === undefined || today <= lastDay);

/** The day on which a row must have been confirmed again. */
export const nextReview = ({ reviewed, reviewEveryDays }: AccessGrant): string => addDays(reviewed, reviewEveryDays);

/** What must be asked for also ends when nobody confirmed it in time: Azure wants an end for it, and that is the honest one. */
export function lastDayOf(row: AccessGrant): string | undefined {
    const ends = [row.until, row.standing ? undefined : nextReview(row)].filter((day) => day !== undefined);
    return ends.sort()[0];
}

interface Target {
    readonly id: string;
    readonly label: string;
    readonly region: RegionRole;
}

const REGION_ROLES = ["primary", "secondary"] as const satisfies readonly RegionRole[];

function targetsOf(place: Place, settings: Settings): readonly Target[] {
    const [id, label] = {
        groups: [(role: RegionRole) => groupIdOf(settings, role), "resource group"] as const,
        workspaces: [(role: RegionRole) => workspaceIdOf(settings, role), "logs"] as const,
        operatorVaults: [(role: RegionRole) => settings.operatorVaults[role], "operators' vault"] as const,
    }[place];
    const targets = REGION_ROLES.map((region) => ({ id: id(region), label: `${region} ${label}`, region }));
    // Both regions may use one operators' vault, and a right stands once.
    return targets.filter(({ id }, index) => targets.findIndex((other) => same(other.id, id)) === index);
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const rightOf =
    (row: AccessGrant, given: GivenRole, settings: Settings) =>
    ({ id, label, region }: Target): PeopleRight => {
        const { roleId, roleTitle, roleName } = roleOf(given, settings);
        const firstDay = row.role === "security-tester" ? settings.testWindow?.from : undefined;
        const lastDay = lastDayOf(row);
        return {
            row,
            name: ["people", slug(row.group), row.role, row.scope, roleName, region].join("-"),
            given,
            roleId,
            roleTitle,
            scope: id,
            target: given.blobs === undefined ? label : `${label}, containers '${given.blobs.container}'`,
            region,
            ...(given.blobs === undefined ? {} : { condition: onlyIn(given.blobs) }),
            ...(firstDay === undefined ? {} : { firstDay }),
            ...(lastDay === undefined ? {} : { lastDay }),
        };
    };

function roleOf({ role }: GivenRole, settings: Settings) {
    if ("custom" in role) {
        const { custom } = role;
        return {
            roleId: customRoleId(custom, ownerOf(settings)),
            roleTitle: CUSTOM_ROLES[custom].title,
            roleName: kebab(custom),
        };
    }
    return { roleId: ROLES[role.builtIn], roleTitle: titleOf(role.builtIn), roleName: kebab(role.builtIn) };
}

/** `siteReader` is `site-reader`. */
export const kebab = (camel: string): string => camel.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const slug = (group: string): string =>
    group
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-|-$/g, "");

const CONTAINERS = "Microsoft.Storage/storageAccounts/blobServices/containers";

/** Microsoft, "Example Azure role assignment conditions for Blob Storage": other containers are closed to these operations. */
function onlyIn({ container, operations }: NonNullable<GivenRole["blobs"]>): string {
    const others = operations.map((operation) => `!(ActionMatches{'${CONTAINERS}/blobs/${operation}'})`).join(" AND ");
    return `((${others}) OR (@Resource[${CONTAINERS}:name] StringEquals '${container}'))`;
}
