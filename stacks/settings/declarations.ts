import { addDays } from "./days";
import type { Loaded } from "./load-environment";

/** Something that the files of an environment allow until a date, such as an address at a firewall. */
export interface Declaration {
    /** The file, or the path in the settings. */
    readonly where: string;
    readonly what: string;
    /** `YYYY-MM-DD`, of a review the day on which it was done; a day to come is none. */
    readonly done?: string;
    /** `YYYY-MM-DD`, the last day. */
    readonly until: string;
    /** Numbers of the measures that it touches. */
    readonly measures: readonly number[];
}

type Files = Pick<Loaded, "settings" | "data">;

/** Everything that is allowed until a date, exemptions apart. */
export function declarations({ settings, data }: Files): readonly Declaration[] {
    return [
        ...ending(settings.testWindow?.until, {
            where: "testWindow",
            what: `the test window of ${settings.testWindow?.party}`,
            measures: [3, 10],
        }),
        ...settings.sql.firewall.flatMap(({ name, until }) =>
            ending(until, { where: "sql.firewall", what: `the address '${name}'`, measures: [10] }),
        ),
        ...data.tenants.flatMap(({ id, addresses, directAccess }) => [
            ...addresses.flatMap(({ name, until }) =>
                ending(until, { where: "tenants.yaml", what: `the address '${name}' of '${id}'`, measures: [10, 13] }),
            ),
            ...ending(directAccess?.until, {
                where: "tenants.yaml",
                what: `direct access of '${id}'`,
                measures: [13, 14],
            }),
        ]),
        ...data.access.flatMap(({ group, until }) =>
            ending(until, { where: "access.yaml", what: `access of '${group}'`, measures: [2] }),
        ),
    ];
}

/** When each right must have been confirmed again. */
export const reviews = ({ data }: Pick<Files, "data">): readonly Declaration[] =>
    data.access.map(({ group, reviewed, reviewEveryDays }) => ({
        where: "access.yaml",
        what: `the review of '${group}'`,
        done: reviewed,
        until: addDays(reviewed, reviewEveryDays),
        measures: [2],
    }));

const ending = (until: string | undefined, declared: Omit<Declaration, "until">): readonly Declaration[] =>
    until === undefined ? [] : [{ ...declared, until }];
