import { Refusal } from "../refusal";
import { normaliseRegion, type Region } from "../regions";

/**
 * Where Azure processes the messages of an action group inside the European Union. Elsewhere in the EU it has no such place,
 * and `global` may process them anywhere. Source: azure-monitor-docs `alerts/action-groups`, July 2026.
 */
export const ACTION_REGIONS: readonly Region[] = ["germanywestcentral", "swedencentral"];

/** @throws Refusal for any other region, and for `global`. */
export function requireActionRegion(name: string): Region {
    const region = normaliseRegion(name);
    if (!ACTION_REGIONS.includes(region)) {
        throw new Refusal(
            `'${name}' does not keep the messages of alerts in the European Union; choose one of ${ACTION_REGIONS.join(", ")}`,
        );
    }
    return region;
}
