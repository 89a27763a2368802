import type { PackConfig } from "./config";
import type { ResourceView } from "./model";
import { pairIs } from "./regions";
import type { Report } from "./rule";
import { found, list } from "./show";

/** What a backup vault needs, so that what it keeps outlasts a mistake, an intruder and a region. */
export function judgeVault({ name, props }: ResourceView, report: Report, config: PackConfig): void {
    const where = `its backup vault ${name}`;
    const { securitySettings, featureSettings, storageSettings } = props.properties ?? {};
    // What is not locked can be made mutable again, and then emptied.
    const enough = config.environment === "productie" ? ["Locked"] : ["Locked", "Unlocked"];
    if (!enough.includes(securitySettings?.immutabilitySettings?.state)) {
        report(`${where} is not immutable: its state must be '${enough.join("' or '")}'`);
    }
    const softDelete = securitySettings?.softDeleteSettings?.state;
    if (!["On", "AlwaysOn"].includes(softDelete)) {
        report(`${where} keeps nothing that is deleted: ${found("softDeleteSettings.state", softDelete)}`);
    }
    // A restore in another subscription is a way out of the environment.
    const elsewhere = featureSettings?.crossSubscriptionRestoreSettings?.state;
    if (!["Disabled", "PermanentlyDisabled"].includes(elsewhere)) {
        report(`${where} restores elsewhere: ${found("crossSubscriptionRestoreSettings.state", elsewhere)}`);
    }
    const redundant = {
        wanted: ["GeoRedundant"],
        allowed: ["GeoRedundant", "ZoneRedundant"],
        refused: ["ZoneRedundant"],
    };
    const types = redundant[pairIs(props.location, config)];
    const stores = list(storageSettings);
    if (stores.length === 0 || stores.some((store) => !types.includes(store?.type))) {
        const given =
            stores.length === 0 ? "not set" : found("its type", stores.map((store) => store?.type).join(", "));
        report(`${where} must be '${types.join("' or '")}': storageSettings, ${given}`);
    }
}
