import { STORAGE_ACCOUNT } from "../azure-types";
import { tag } from "../data-class";
import { pairIs } from "../regions";
import { resourceRule } from "../rule";
import { found, show } from "../show";

const GEO: ReadonlySet<unknown> = new Set(["Standard_GRS", "Standard_GZRS", "Standard_RAGRS", "Standard_RAGZRS"]);
const ZONE: ReadonlySet<unknown> = new Set(["Premium_ZRS", "StandardV2_ZRS", "Standard_ZRS"]);

/** What holds no customers' data, or a copy of it, can be made again. */
const REPLACEABLE: readonly unknown[] = ["none", "operational", "transient"];

/** Azure copies to the region's pair and nowhere else: where that is outside, or there is none, zones are all that there is. */
export const stGeoRedundant = resourceRule([STORAGE_ACCOUNT], (account, report, { config }) => {
    const { sku, location } = account.props;
    const pair = pairIs(location, config);
    const name = sku?.name;
    if (GEO.has(name) && pair === "refused") {
        report(`${found("sku.name", name)}, and ${show(location)} has no pair in the Union`);
    } else if (!REPLACEABLE.includes(tag(account, "dataClass"))) {
        const enough = GEO.has(name) || (pair !== "wanted" && ZONE.has(name));
        if (!enough) {
            report(found("sku.name", name));
        }
    }
});
