import type { Json } from "../../../arm/json";
import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { numberAt, textAt, valueAt } from "./body";
import { sameText } from "./ids";
import { tierOf } from "./sql-tier";

const types = ["Microsoft.Sql/servers/databases"];
const methods = ["PUT"] as const;
const ZONES = 'Microsoft, "Enable zone redundancy" (docs.azure.cn); code and message [U]';
/** What Azure takes where a program says nothing. */
const USUAL_BACKUPS = "Geo";

/** By a SKU of its own: what a Hyperscale pool fixes is not known here. */
const isHyperscale = (body: Json | undefined): boolean => sameText(tierOf(body) ?? "", "Hyperscale");
const backups = (body: Json | undefined): string | undefined =>
    textAt(body, "properties.requestedBackupStorageRedundancy");
const zones = (body: Json | undefined): boolean | undefined => {
    const value = valueAt(body, "properties.zoneRedundant");
    return typeof value === "boolean" ? value : undefined;
};

/** A body that says nothing leaves it as it is, and made without a word it is not zone-redundant. */
const changesZones = (after: Json, before: Json | undefined): boolean => {
    const asked = zones(after);
    return asked !== undefined && asked !== (zones(before) ?? false);
};

export const HYPERSCALE_REFUSALS: readonly Refusal[] = [
    {
        id: "hyperscale-backups-fixed",
        title: "A Hyperscale database keeps the backup redundancy that it was made with: backups and files are in one storage account.",
        source: 'Microsoft, "Configuring backup storage redundancy in Azure SQL Hyperscale"; code and message [U]',
        types,
        methods,
        judge: ({ arm, existing }) => {
            const asked = backups(arm.body);
            const before = backups(existing?.body) ?? USUAL_BACKUPS;
            return existing === undefined ||
                !isHyperscale(existing.body) ||
                asked === undefined ||
                sameText(asked, before)
                ? undefined
                : badRequest(
                      "UnsupportedBackupStorageRedundancy",
                      `The backup storage redundancy of a Hyperscale database cannot be changed after creation, from '${before}' to '${asked}'.`,
                  );
        },
    },
    {
        id: "hyperscale-zones-fixed",
        title: "A Hyperscale database is zone-redundant from its creation or never.",
        source: ZONES,
        types,
        methods,
        judge: ({ arm, existing }) =>
            isHyperscale(existing?.body) && changesZones(arm.body, existing?.body)
                ? badRequest(
                      "ProvisioningDisabled",
                      "Zone redundancy of a Hyperscale database can be specified only when the database is created.",
                  )
                : undefined,
    },
    {
        id: "hyperscale-zones-replica",
        title: "A zone-redundant Hyperscale database has a high-availability replica; where a program does not say how many, it is let through.",
        source: ZONES,
        types,
        methods,
        judge: ({ arm }) =>
            isHyperscale(arm.body) &&
            zones(arm.body) === true &&
            numberAt(arm.body, "properties.highAvailabilityReplicaCount") === 0
                ? badRequest(
                      "ProvisioningDisabled",
                      "A zone redundant Hyperscale database needs at least one high availability replica.",
                  )
                : undefined,
    },
];
