import { AUDITING_POLICIES, STORAGE_ACCOUNT } from "../azure-types";
import { tag } from "../data-class";
import type { ResourceView, StackView } from "../model";
import { physicalName } from "../physical-name";
import { pairIs } from "../regions";
import { stackRule } from "../rule";
import { found, show, text } from "../show";

const GEO: ReadonlySet<unknown> = new Set(["Standard_GRS", "Standard_GZRS", "Standard_RAGRS", "Standard_RAGZRS"]);
const ZONE: ReadonlySet<unknown> = new Set(["Premium_ZRS", "StandardV2_ZRS", "Standard_ZRS"]);

/** What holds no customers' data, or a copy of it, can be made again. */
const REPLACEABLE: readonly unknown[] = ["none", "operational", "transient"];

/** Azure copies to the region's pair and nowhere else: where that is outside, or there is none, zones are all that there is. */
export const stGeoRedundant = stackRule([STORAGE_ACCOUNT], (account, report, { config, stack }) => {
    const { sku, location } = account.props;
    const pair = pairIs(location, config);
    const name = sku?.name;
    if (GEO.has(name) && pair === "refused") {
        report(`${found("sku.name", name)}, and ${show(location)} has no pair in the Union`);
    } else if (!REPLACEABLE.includes(tag(account, "dataClass")) || takesAudit(account, stack)) {
        const enough = GEO.has(name) || (pair !== "wanted" && ZONE.has(name));
        if (!enough) {
            report(found("sku.name", name));
        }
    }
});

/** What databases did cannot be made again, whatever the account says of itself. */
const takesAudit = (account: ResourceView, stack: StackView): boolean => {
    const takers = indexes.get(stack) ?? new Set(stack.ofType(...AUDITING_POLICIES).flatMap(accountsOf));
    indexes.set(stack, takers);
    return takers.has(account.urn) || takers.has(physicalName(account) ?? "");
};

/** Kept for each stack: the URNs and names of the accounts that take a server's audit. */
const indexes = new WeakMap<StackView, ReadonlySet<string>>();

/** An endpoint begins with the account's name: `https://stauditk7f3.blob.core.windows.net/`. */
function accountsOf(policy: ResourceView): readonly string[] {
    const [, name] = /^https:\/\/([a-z0-9]+)\./i.exec(text(policy.inputs.storageEndpoint)) ?? [];
    return name === undefined ? policy.dependencyUrns("storageEndpoint") : [name.toLowerCase()];
}
