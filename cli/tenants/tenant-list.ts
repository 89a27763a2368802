import type { Tenant } from "../../stacks/settings/data-files";
import type { Environment } from "../../stacks/settings/environments";
import type { Loaded } from "../../stacks/settings/load-environment";
import type { AdmittedAddresses, DatabaseAccess } from "../separation/database-access";

/** What is declared for a tenant and whether it lets somebody in: by the plan, or why it is not there. */
type Acts = AdmittedAddresses["acts"] | "ended" | "off";

/** A customer, and where it lives. The only place outside the tenant file that tells its name. */
export interface ListedTenant {
    readonly id: string;
    readonly name: string;
    readonly shard: string;
    /** Left out where the plan makes none. */
    readonly database?: string;
    /** The region whose server writes. */
    readonly region: string;
    readonly status: Tenant["status"];
    readonly suspended?: Tenant["suspended"];
    /** True where its data need not be kept any longer; left out elsewhere. */
    readonly removable?: true;
    readonly addresses: readonly (Tenant["addresses"][number] & { readonly acts: Acts })[];
    readonly readers: readonly (NonNullable<Tenant["directAccess"]> & { readonly acts: Acts })[];
}

export interface EnvironmentTenants {
    readonly environment: Environment;
    readonly tenants: readonly ListedTenant[];
    readonly databaseAccess: readonly DatabaseAccess[];
}

/** The tenants of an environment, in the order of their ids. */
export function listTenants(
    { environment, settings, data }: Loaded,
    databaseAccess: readonly DatabaseAccess[],
    today: string,
): EnvironmentTenants {
    const region = settings.regions[settings.sql.activeRegion];
    const access = new Map(databaseAccess.map((each) => [each.tenant, each]));
    const tenants = [...data.tenants]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ directAccess, addresses, ...tenant }): ListedTenant => {
            const own = access.get(tenant.id);
            const rules = own?.addresses.filter(({ layer }) => layer === "database") ?? [];
            const users = own?.identities ?? [];
            const absent = (until: string | undefined): Acts =>
                until !== undefined && until < today ? "ended" : "off";
            return {
                ...tenant,
                ...(own === undefined ? {} : { database: own.database }),
                region,
                ...(tenant.suspended && tenant.suspended.keepUntil < today ? { removable: true } : {}),
                addresses: addresses.map((range) => ({
                    ...range,
                    acts: rules.find(({ name }) => name === range.name)?.acts ?? absent(range.until),
                })),
                readers: (directAccess === undefined ? [] : [directAccess]).map((reader) => ({
                    ...reader,
                    acts: users.some(({ entraId }) => entraId === reader.objectId) ? "active" : absent(reader.until),
                })),
            };
        });
    return { environment, tenants, databaseAccess };
}
