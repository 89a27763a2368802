import type { GivenConfig } from "../../policies/config";
import { peopleRights } from "../../stacks/access/people-rights";
import { FIRST_SHARD } from "../../stacks/settings/data-tenants";
import { declarations, reviews } from "../../stacks/settings/declarations";
import type { Loaded } from "../../stacks/settings/load-environment";

/** What the pack is told of an environment by its files; the date is told apart. */
export type PackSettings = Omit<GivenConfig, "today">;

/** What an environment's settings and data files say to the policy pack: in a preview, a check, and under the engine alike. */
export const packSettings = ({ environment, settings, data }: Loaded): PackSettings => ({
    environment,
    allowEea: settings.regions.allowEea,
    subscriptions: [settings.subscriptionId],
    exemptions: data.exemptions,
    declarations: [...declarations({ settings, data }), ...reviews({ data })],
    // A pipeline has nobody who could activate a right.
    standingRights: data.access
        .filter(({ role, standing }) => standing && role !== "pipeline")
        .map(({ group, scope }) => ({ group, scope })),
    peopleRights: peopleRights({ settings, data }).map(({ row, roleId, scope, firstDay, lastDay, condition }) => ({
        group: row.group,
        purpose: row.role,
        principalId: row.objectId,
        role: roleId,
        scope,
        standing: row.standing,
        ...(firstDay === undefined ? {} : { firstDay }),
        ...(lastDay === undefined ? {} : { lastDay }),
        ...(condition === undefined ? {} : { condition }),
    })),
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
    tenants: data.tenants.map(({ id, addresses, directAccess, status, suspended }) => ({
        id,
        active: status === "active",
        addresses: addresses.map(({ start, end, until }) => ({
            start,
            end,
            ...(until === undefined ? {} : { until }),
        })),
        readers: directAccess ? [directAccess.objectId] : [],
        ...(status === "leaving" && suspended ? { keepUntil: suspended.keepUntil } : {}),
    })),
    // Every environment is the whole platform; stacks/ makes no part of it depend on a setting.
    promised: {
        tenants: data.tenants.filter(({ shard }) => shard === FIRST_SHARD).map(({ id }) => id),
        documents: true,
        sites: true,
    },
});
