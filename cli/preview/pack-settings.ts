import type { GivenConfig } from "../../policies/config";
import type { Declaration } from "../../policies/declared";
import { FIRST_SHARD } from "../../stacks/settings/data-tenants";
import { addDays } from "../../stacks/settings/days";
import type { Loaded } from "../../stacks/settings/load-environment";

/** What the pack is told of an environment by its files; the date is told apart. */
export type PackSettings = Omit<GivenConfig, "today">;

/** What an environment's settings and data files say to the policy pack: in a preview, a check, and under the engine alike. */
export const packSettings = ({ environment, settings, data }: Loaded): PackSettings => ({
    environment,
    allowEea: settings.regions.allowEea,
    subscriptions: [settings.subscriptionId],
    exemptions: data.exemptions,
    declarations: declarations({ settings, data }),
    // A pipeline has nobody who could activate a right.
    standingRights: data.access
        .filter(({ role, standing }) => standing && role !== "pipeline")
        .map(({ group, scope }) => ({ group, scope })),
    externalTests: data.attestations.flatMap((attestation) =>
        attestation.kind === "external-test"
            ? [
                  {
                      testKind: attestation.testKind,
                      target: attestation.target,
                      date: attestation.date,
                      until: attestation.until,
                      openCritical: attestation.openFindings.critical,
                  },
              ]
            : [],
    ),
    // Every environment is the whole platform; stacks/ makes no part of it depend on a setting.
    promised: {
        tenants: data.tenants.filter(({ shard }) => shard === FIRST_SHARD).map(({ id }) => id),
        documents: true,
        sites: true,
    },
});

/** Everything that is allowed until a date, exemptions apart. */
function declarations({ settings, data }: Pick<Loaded, "settings" | "data">): readonly Declaration[] {
    return [
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
        ...data.access.flatMap(({ group, until, reviewed, reviewEveryDays }) => [
            ...ending(until, { where: "access.yaml", what: `access of '${group}'`, measures: [2] }),
            ...ending(addDays(reviewed, reviewEveryDays), {
                where: "access.yaml",
                what: `the review of '${group}'`,
                measures: [2],
            }),
        ]),
    ];
}

const ending = (until: string | undefined, declared: Omit<Declaration, "until">): readonly Declaration[] =>
    until === undefined ? [] : [{ ...declared, until }];
