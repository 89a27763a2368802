import { parseAddress } from "../../policies/address-range";
import { type Block, overlap, sizeOf } from "../../stacks/settings/address-math";
import type { PlanResource } from "../plan/plan";
import { inputAt, type PlannedResources } from "../plan/planned-resources";
import { type PrivateWay, privateWays } from "./private-ways";

/** Addresses of a firewall rule; an end that is not known has no address. */
export interface AddressRule {
    readonly name: string;
    readonly start: string;
    readonly end: string;
}

/** Who and what reaches every database of a server. */
export interface ServerAccess {
    /** Its logical name. */
    readonly name: string;
    readonly isPublic: boolean;
    /** False where it refuses IPv6 whatever its rules say. */
    readonly takesIPv6: boolean;
    readonly rules: readonly AddressRule[];
    readonly privateWays: readonly PrivateWay[];
    readonly administrators: { readonly group: string; readonly objectId: string };
}

/** What a server lets in, for all that is on it. */
export function serverAccess(server: PlanResource, plan: PlannedResources): ServerAccess {
    return {
        name: server.name,
        // Azure's default is open, so that only the literal closes it.
        isPublic: inputAt(server, "publicNetworkAccess") !== "Disabled",
        takesIPv6: inputAt(server, "isIPv6Enabled") !== "Disabled",
        rules: ["sql:FirewallRule", "sql:IPv6FirewallRule"]
            .flatMap((type) => plan.referrers(server, "serverName", type))
            .map((rule) => addressRule(rule, "firewallRuleName")),
        privateWays: privateWays(server, plan),
        administrators: {
            group: said(inputAt(server, "administrators", "login")),
            objectId: said(inputAt(server, "administrators", "sid")),
        },
    };
}

/** @param nameKey the input that names the rule */
export const addressRule = ({ name, inputs }: PlanResource, nameKey: string): AddressRule => ({
    name: typeof inputs[nameKey] === "string" ? inputs[nameKey] : name,
    start: said(inputs.startIpAddress ?? inputs.startIPv6Address),
    end: said(inputs.endIpAddress ?? inputs.endIPv6Address),
});

const said = (value: unknown): string => (typeof value === "string" ? value : "not known");

/** True where a rule is in force: on a server whose public side is closed all are dormant. */
export const actsOn = ({ isPublic, takesIPv6 }: ServerAccess, { start }: AddressRule): boolean =>
    isPublic && (takesIPv6 || !start.includes(":"));

/** The addresses of a rule, IPv4 also in the clothing of IPv6; `undefined` where they are not known, or of two kinds. */
export function blockOf({ start, end }: Pick<AddressRule, "start" | "end">): Block | undefined {
    const [first, last] = [parseAddress(start), parseAddress(end)];
    return first && last && first.bits === last.bits
        ? { kind: first.bits === 32 ? "IPv4" : "IPv6", first: first.value, last: last.value }
        : undefined;
}

/** What every address inside Azure gets through, also those of other customers of Azure. */
const isAllOfAzure = ({ start, end }: AddressRule): boolean => start === "0.0.0.0" && end === "0.0.0.0";

/** A rule of at most so many addresses names who needs it. */
const WIDEST = 256n;

/** True for a rule that opens a server to more than somebody can have named: rules inside databases then keep nobody out. */
export function isWide(rule: AddressRule): boolean {
    const block = blockOf(rule);
    return isAllOfAzure(rule) || block === undefined || sizeOf(block) > WIDEST;
}

/** True where a rule of the server lets in what a rule inside a database is about: to all databases, and so without it. */
export function voids(ofServer: AddressRule, ofDatabase: AddressRule): boolean {
    const [outer, inner] = [ofServer, ofDatabase].map(blockOf);
    return isWide(ofServer) || (outer !== undefined && inner !== undefined && overlap(outer, inner));
}
