import type { Tenant } from "../../stacks/settings/data-files";
import { tenantId } from "../../stacks/settings/data-tenants";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { dataFileOf, type Loaded } from "../../stacks/settings/load-environment";
import type { Street } from "../../stacks/settings/load-street";
import { WrongUse } from "../wrong-use";
import type { TenantChange } from "./change-tenants";
import { newTenantId } from "./tenant-id";
import { withoutSuspension, withoutTenant, withStatus, withTenant } from "./tenant-rows";

/** A change, and what became of which tenant by it. */
export interface TenantStep extends TenantChange {
    readonly id: string;
    readonly kind: "added" | "suspended" | "resumed" | "leaving" | "removed";
}

export interface AddOptions {
    readonly name: string;
    /** A random one when left out. */
    readonly id?: string;
    readonly shard: string;
}

/** @throws WrongUse for an id that is none, or that a tenant of any environment has. */
export function addStep({ name, id: given, shard }: AddOptions, street: Street): TenantStep {
    const homes = new Map(
        ENVIRONMENTS.flatMap((each) => street[each].data.tenants.map(({ id }) => [id, each] as const)),
    );
    if (given !== undefined && !tenantId.safeParse(given).success) {
        throw new WrongUse(
            `--id: expected ${tenantId.description}; leave it out for a random one. Nothing was written`,
        );
    }
    if (given !== undefined && homes.has(given)) {
        throw new WrongUse(
            `--id: '${given}' lives in ${homes.get(given)}, and an id is one customer's everywhere; leave it out for a random one. Nothing was written`,
        );
    }
    const id = given ?? newTenantId(new Set(homes.keys()));
    return {
        id,
        kind: "added",
        text: (text) => withTenant(text, { id, name, shard }),
        // Another shard is refused when the file is read.
        meant: (tenants) => [
            ...tenants,
            { id, name, shard: shard as Tenant["shard"], status: "active", addresses: [] },
        ],
    };
}

export interface SuspendOptions {
    /** ISO date. */
    readonly keepUntil: string;
    readonly reason: string;
}

/** @throws WrongUse for a tenant that is suspended already. */
export function suspendStep(
    loaded: Loaded,
    id: string,
    { keepUntil, reason }: SuspendOptions,
    today: string,
): TenantStep {
    const { suspended: earlier } = tenantOf(loaded, id);
    if (earlier !== undefined) {
        throw new WrongUse(
            `${id} is suspended since ${earlier.since}, and kept until ${earlier.keepUntil}; to change that, edit ${fileOf(loaded)}. Nothing was written`,
        );
    }
    const suspended = { since: today, keepUntil, reason };
    return {
        id,
        kind: "suspended",
        text: (text) => withStatus(text, id, "suspended", suspended),
        meant: replacing(id, (tenant) => ({ ...tenant, status: "suspended", suspended })),
    };
}

/** @throws WrongUse for a tenant that is active. */
export function resumeStep(loaded: Loaded, id: string): TenantStep {
    if (tenantOf(loaded, id).status === "active") {
        throw new WrongUse(`${id} is active in ${loaded.environment}; there is nothing to resume. Nothing was written`);
    }
    return {
        id,
        kind: "resumed",
        text: (text) => {
            const active = withStatus(text, id, "active");
            return active && withoutSuspension(active, id);
        },
        meant: replacing(id, ({ suspended, ...tenant }) => ({ ...tenant, status: "active" })),
    };
}

/**
 * The next step on the way out. Where things are protected the first takes the protection off, since Azure and the engine refuse to delete what
 * has it; the second takes the row out.
 *
 * @throws WrongUse for a tenant that is active, is still to be kept, or is the last.
 */
export function removeStep(loaded: Loaded, id: string, today: string): TenantStep {
    const { status, suspended } = tenantOf(loaded, id);
    if (suspended === undefined) {
        throw new WrongUse(
            `${id} is ${status}: suspend it first, with \`otap tenants suspend ${loaded.environment} ${id} --keep-until DATE --reason TEXT\`. Nothing was written`,
        );
    }
    if (suspended.keepUntil >= today) {
        throw new WrongUse(
            `${id} is kept until ${suspended.keepUntil}, and it is ${today}; remove it on a later day. Nothing was written`,
        );
    }
    if (loaded.data.tenants.length === 1) {
        throw new WrongUse(
            `${id} is the last tenant of ${loaded.environment}, and ${fileOf(loaded)} needs one; add another before. Nothing was written`,
        );
    }
    return loaded.settings.protection && status === "suspended"
        ? {
              id,
              kind: "leaving",
              text: (text) => withStatus(text, id, "leaving"),
              meant: replacing(id, (tenant) => ({ ...tenant, status: "leaving" })),
          }
        : {
              id,
              kind: "removed",
              text: (text) => withoutTenant(text, id),
              meant: (tenants) => tenants.filter((tenant) => tenant.id !== id),
          };
}

function tenantOf(loaded: Loaded, id: string): Tenant {
    const { tenants } = loaded.data;
    const found = tenants.find((tenant) => tenant.id === id);
    if (found === undefined) {
        const known = tenants.map((tenant) => tenant.id).join(", ");
        throw new WrongUse(`'${id}' is no tenant of ${loaded.environment}; it has ${known}. Nothing was written`);
    }
    return found;
}

const fileOf = ({ environment }: Loaded): string => dataFileOf(environment, "tenants");

const replacing =
    (id: string, change: (tenant: Tenant) => Tenant): TenantChange["meant"] =>
    (tenants) =>
        tenants.map((tenant) => (tenant.id === id ? change(tenant) : tenant));
