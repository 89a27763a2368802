import type { Finding } from "../../policies/model";
import { addDays } from "../../stacks/settings/days";
import type { Loaded } from "../../stacks/settings/load-environment";

/** The id under which everything stands that was declared for a time and is past it. */
export const EXPIRED = "declaration-not-expired";

interface Expired {
    /** File and path, as in the list of mistakes. */
    readonly where: string;
    readonly what: string;
    readonly since: string;
    readonly measures: readonly number[];
}

/**
 * What an environment's files declare for a time that is over: an advisory finding in a preview, since the plan still holds it.
 *
 * @param urn the stack, which all of them concern
 * @param today ISO date
 */
export function expiredDeclarations({ settings, data }: Loaded, urn: string, today: string): readonly Finding[] {
    const declared: readonly Expired[] = [
        ...settings.sql.firewall.flatMap(({ name, until }) =>
            ended(until, { where: "sql.firewall", what: `the address '${name}'`, measures: [10] }),
        ),
        ...data.tenants.flatMap(({ id, addresses, directAccess }) => [
            ...addresses.flatMap(({ name, until }) =>
                ended(until, { where: "tenants.yaml", what: `the address '${name}' of '${id}'`, measures: [10, 13] }),
            ),
            ...ended(directAccess?.until, {
                where: "tenants.yaml",
                what: `direct access of '${id}'`,
                measures: [13, 14],
            }),
        ]),
        ...data.access.flatMap(({ group, until, reviewed, reviewEveryDays }) => [
            ...ended(until, { where: "access.yaml", what: `access of '${group}'`, measures: [2] }),
            ...ended(addDays(reviewed, reviewEveryDays), {
                where: "access.yaml",
                what: `the review of '${group}'`,
                measures: [2],
            }),
        ]),
        ...data.exemptions.flatMap(({ rule, until }) =>
            ended(until, { where: "exemptions.yaml", what: `the exemption from '${rule}'`, measures: [2] }),
        ),
    ];
    return declared.filter(({ since }) => since < today).map((expired) => finding(expired, urn));
}

const ended = (until: string | undefined, declared: Omit<Expired, "since">): readonly Expired[] =>
    until === undefined ? [] : [{ ...declared, since: until }];

const finding = ({ where, what, since, measures }: Expired, urn: string): Finding => ({
    rule: EXPIRED,
    level: "advisory",
    verdict: "violated",
    urn,
    message: `${where}: ${what} ended on ${since}`,
    remedy: "Remove what is over, or have it reviewed and write the new date.",
    measures,
});
