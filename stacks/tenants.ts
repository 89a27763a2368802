import type { Tenant } from "../infra/sql/shard-args";
import { FIRST_SHARD } from "./settings/data-tenants";
import type { Loaded } from "./settings/load-environment";

/**
 * The tenants of the first shard, as they are on a day.
 *
 * @param today ISO date: what ended before it is left out, and what must be kept until then or longer stays protected
 */
export const tenantsOn = ({ data }: Pick<Loaded, "data">, today: string): readonly Tenant[] =>
    data.tenants
        .filter(({ shard }) => shard === FIRST_SHARD)
        .map(({ id, status, addresses, directAccess, suspended }) => ({
            id,
            active: status === "active",
            addresses: addresses.filter(({ until }) => until === undefined || until >= today),
            reader: directAccess && directAccess.until >= today ? directAccess : undefined,
            released: status === "leaving" && suspended !== undefined && suspended.keepUntil < today,
        }));
