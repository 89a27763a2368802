import * as fc from "fast-check";
import type { Tenant } from "../../../stacks/settings/data-files";
import { TODAY } from "../../street";
import { range, reader, SUSPENDED, tenant } from "./databases";

/** Customers of one shard and the addresses of its servers, of which nothing belongs to two. */
export interface TenantSet {
    readonly tenants: readonly Tenant[];
    readonly firewall: Tenant["addresses"];
    readonly activeRegion: "primary" | "secondary";
}

/** Networks that documentation may use, in blocks of eight, and as many blocks of IPv6. */
const NETWORKS = ["192.0.2", "198.51.100", "203.0.113"];
const BLOCKS = NETWORKS.length * 32;

/** Some addresses of a block: each block has its own, so that ranges of two blocks never meet. */
const inBlock = (block: number, [one, other]: readonly [number, number], until: string | undefined) => {
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    const start = (block % 32) * 8;
    const at = (offset: number) =>
        block < BLOCKS
            ? `${NETWORKS[Math.floor(block / 32)]}.${start + offset}`
            : `2001:db8:${(block - BLOCKS).toString(16)}::${offset.toString(16)}`;
    return range(`block-${block}`, at(first), at(last), until);
};

const day = fc.constantFrom("2026-11-22", TODAY, "2027-03-31");
const offsets = fc.tuple(fc.nat(7), fc.nat(7));
const rangeOptions = fc.record({ offsets, until: fc.option(day, { nil: undefined }) });

const tenantOptions = fc.record({
    status: fc.constantFrom("active", "active", "suspended", "leaving"),
    ranges: fc.array(rangeOptions, { maxLength: 3 }),
    reader: fc.option(day, { nil: undefined }),
    keepUntil: day,
});

/** Ids that may stand in names: also such as begin alike. */
const ids = fc.uniqueArray(fc.stringMatching(/^t-(a{5}|[a-z0-9]{5})[a-z0-9]$/), { minLength: 1, maxLength: 6 });

export const tenantSets: fc.Arbitrary<TenantSet> = fc
    .record({
        ids,
        options: fc.array(tenantOptions, { minLength: 6, maxLength: 6 }),
        blocks: fc.shuffledSubarray([...Array(2 * BLOCKS).keys()], { minLength: 24, maxLength: 24 }),
        firewall: fc.array(rangeOptions, { maxLength: 3 }),
        activeRegion: fc.constantFrom("primary" as const, "secondary" as const),
    })
    .map((drawn) => {
        const blocks = [...drawn.blocks];
        const rangesOf = (options: readonly (typeof drawn.firewall)[number][]) =>
            options.map((each) => inBlock(blocks.pop() as number, each.offsets, each.until));
        const tenants = drawn.ids.map((id, index) => {
            const { status, ranges, reader: until, keepUntil } = drawn.options[index] as (typeof drawn.options)[number];
            const suspended = { ...SUSPENDED.suspended, since: "2026-01-01", keepUntil, reason: "It left us." };
            return tenant(id, {
                status: status as Tenant["status"],
                ...(status === "active" ? {} : { suspended }),
                addresses: rangesOf(ranges),
                ...(until === undefined ? {} : { directAccess: reader(`readers-${id}`, groupOf(index), until) }),
            });
        });
        return { tenants, firewall: rangesOf(drawn.firewall), activeRegion: drawn.activeRegion };
    });

const groupOf = (index: number): string => `${index}4444444-4444-4444-4444-444444444444`;

/** The same in which one thing of somebody belongs to a tenant as well; `inPlan` where that leads to data, and is not a name alone. */
export const crossedSets: fc.Arbitrary<TenantSet & { readonly inPlan: boolean }> = fc
    .tuple(
        tenantSets.filter(({ tenants }) => tenants.length > 1),
        offsets,
        fc.constantFrom("two tenants", "tenant and server", "reader's id", "reader's name"),
        fc.boolean(),
    )
    .map(([set, at, kind, isIPv6]) => {
        const block = 2 * BLOCKS + (isIPv6 ? 1 : 0);
        const mine = isIPv6
            ? inBlock(block, [0, at[0]], undefined)
            : range("mine", "198.18.0.1", `198.18.0.${1 + at[0]}`);
        const theirs = { ...mine, ...endOf(mine, at[1], isIPv6), name: "as-well", until: "2027-03-31" };
        const [first, second, ...rest] = set.tenants.map((each, index) =>
            index < 2 ? { ...each, status: "active" as const, suspended: undefined } : each,
        ) as [Tenant, Tenant, ...Tenant[]];
        const having = (of: Tenant, more: Tenant["addresses"][number]) => ({
            ...of,
            addresses: [...of.addresses, more],
        });
        const reading = (name: string, id: string, otherName: string, otherId: string) => [
            { ...first, directAccess: reader(name, id) },
            { ...second, directAccess: reader(otherName, otherId) },
            ...rest,
        ];
        const whole = { ...set, inPlan: kind !== "reader's name" };
        switch (kind) {
            case "reader's id":
                return { ...whole, tenants: reading("one", groupOf(9), "other", groupOf(9)) };
            case "reader's name":
                return { ...whole, tenants: reading("Readers", groupOf(8), "READERS", groupOf(9)) };
            case "two tenants":
                return { ...whole, tenants: [having(first, mine), having(second, theirs), ...rest] };
            default:
                return {
                    ...whole,
                    tenants: [having(first, mine), second, ...rest],
                    firewall: [...set.firewall, theirs],
                };
        }
    });

/** Another end, from the same start: one address at least is of both. */
const endOf = ({ start }: Tenant["addresses"][number], offset: number, isIPv6: boolean) => ({
    end: isIPv6 ? start.replace(/::0$/, `::${offset.toString(16)}`) : `198.18.0.${1 + offset}`,
});
