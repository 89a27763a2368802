import type { Json } from "../../../arm/json";
import { textAt } from "./body";

/** The tier that a SKU's name begins with. */
const TIERS: readonly (readonly [RegExp, string])[] = [
    [/^Basic/i, "Basic"],
    [/^(Standard|S\d+$)/i, "Standard"],
    [/^(Premium|P\d+$)/i, "Premium"],
    [/^GP_/i, "GeneralPurpose"],
    [/^BC_/i, "BusinessCritical"],
    [/^HS_/i, "Hyperscale"],
];

/** The tier that a SKU's name says; undefined where it says none. */
export const namedTier = (body: Json | undefined): string | undefined =>
    TIERS.find(([name]) => name.test(textAt(body, "sku.name") ?? ""))?.[1];

/** The tier of a database's or pool's own SKU; undefined where it has none, as in a pool. */
export const tierOf = (body: Json | undefined): string | undefined => textAt(body, "sku.tier") ?? namedTier(body);
