import { ALWAYS, EVERYWHERE_ADVICE, ONLY_FROM_ACCEPTATIE } from "../levels";
import type { Rule } from "../rule";
import { euAllowedLocations } from "../rules/eu-allowed-locations";
import { hostAllowedTypes } from "../rules/host-allowed-types";
import { logRetention } from "../rules/log-retention";
import { otapGlassBroken } from "../rules/otap-glass-broken";
import { otapNoCrossEnvReference } from "../rules/otap-no-cross-env-reference";
import { otapPromotionOrder } from "../rules/otap-promotion-order";
import { otapRequiredTags } from "../rules/otap-required-tags";
import { prodDeleteLock } from "../rules/prod-delete-lock";
import { transientNotExpired } from "../rules/transient-not-expired";

/** Rules for every kind of resource. */
export const PLATFORM: readonly Rule[] = [
    {
        id: "eu-allowed-locations",
        title: "Everything is in the European Union",
        severity: "critical",
        levels: ALWAYS,
        measures: [5],
        remedy: "Name a region of the European Union, such as westeurope or northeurope.",
        sources: {
            psrule: ["Azure.Resource.AllowedRegions"],
            azurePolicy: ["e56962a6-4747-49cd-b67b-bf8b01975c4c", "e765b5de-1225-4ba3-bd56-1ac6695af988"],
        },
        check: euAllowedLocations,
    },
    {
        id: "host-allowed-types",
        title: "Only certified services are used",
        severity: "high",
        levels: ALWAYS,
        measures: [4],
        remedy: "Use a service on the list, or allow the type in the configuration of the pack (allowedTypes) after a look at Microsoft's reports.",
        sources: { azurePolicy: ["6c112d4e-5bc7-47ae-a041-ea2d9dccd749"] },
        check: hostAllowedTypes,
    },
    {
        id: "log-retention",
        title: "Logs are kept long enough",
        severity: "medium",
        levels: ALWAYS,
        measures: [2, 3],
        remedy: "Set retentionInDays to 90 or more; in productie to 365 or more.",
        sources: {},
        check: logRetention,
    },
    {
        id: "otap-glass-broken",
        title: "Releases that skipped a step are made good",
        severity: "high",
        levels: EVERYWHERE_ADVICE,
        measures: [1],
        remedy: "Deploy the release to the environments that it skipped, then take breakGlass out with otap promote; or roll back.",
        sources: {},
        check: otapGlassBroken,
    },
    {
        id: "otap-no-cross-env-reference",
        title: "Nothing refers to another environment",
        severity: "critical",
        levels: ALWAYS,
        measures: [1, 14],
        remedy: "Name the database, vault, site or group of this environment; what environments share is in a group and under a name of none of them.",
        sources: {},
        check: otapNoCrossEnvReference,
    },
    {
        id: "otap-promotion-order",
        title: "A release has passed the environment before",
        severity: "critical",
        levels: ALWAYS,
        measures: [1],
        remedy: "Deploy the release to the environment before, and promote it from there; in need, break the glass with a reason, another approver and an end within 90 days.",
        sources: {},
        check: otapPromotionOrder,
    },
    {
        id: "otap-required-tags",
        title: "Resources say to which environment, owner and data class they belong",
        severity: "medium",
        levels: ALWAYS,
        measures: [1],
        remedy: "Set the tags environment, owner and dataClass; leave out the release and names of customers.",
        sources: {
            psrule: ["Azure.Resource.RequiredTags", "Azure.Group.RequiredTags"],
            azurePolicy: ["871b6d14-10aa-478d-b590-94f262ecfa99"],
        },
        check: otapRequiredTags,
    },
    {
        id: "prod-delete-lock",
        title: "What holds data cannot be deleted by accident",
        severity: "high",
        levels: ONLY_FROM_ACCEPTATIE,
        measures: [2, 12],
        remedy: "Protect the resource in the program, and lock databases, their copies, vaults, storage accounts and backup vaults; never a server or a group.",
        sources: { azurePolicy: ["78460a36-508a-49a4-b2b2-2f5ec564f4bb"] },
        check: prodDeleteLock,
    },
    {
        id: "transient-not-expired",
        title: "Copies that are meant to go are gone in time",
        severity: "high",
        levels: ALWAYS,
        measures: [12, 14],
        remedy: "Remove the copy, or give it an end date within 90 days, YYYY-MM-DD, in the tag endDate; what is no copy is of another data class.",
        sources: {},
        check: transientNotExpired,
    },
];
