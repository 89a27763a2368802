import { Naming } from "../infra/naming";
import type { RegionRole } from "./foundation";
import type { ApplicationRole } from "./identities";
import type { Settings } from "./settings/settings";

/** The settings that ids are made from. */
export type IdSettings = Pick<Settings, "vendor" | "application" | "environment" | "subscriptionId" | "regions">;

/** Plain, unlike the id that Azure answers: what is made from it is known before anything exists. */
export const groupIdOf = (settings: IdSettings, role: RegionRole): string =>
    `/subscriptions/${settings.subscriptionId}/resourceGroups/${localNames(settings).local("resourceGroup", settings.regions[role])}`;

/** The id of a region's workspace, plain as well. */
export const workspaceIdOf = (settings: IdSettings, role: RegionRole): string =>
    `${groupIdOf(settings, role)}/providers/Microsoft.OperationalInsights/workspaces/${localNames(settings).local("logAnalytics", settings.regions[role])}`;

/** The name of an application's identity, in Azure and inside databases. */
export const identityNameOf = (settings: IdSettings, role: ApplicationRole): string =>
    localNames(settings).local("identity", settings.regions.primary, role);

/** Names that are unique in a group only have no random suffix. */
const localNames = ({ vendor, application, environment }: IdSettings): Naming =>
    new Naming({ vendor, application, environment, suffix: "" });
