import { HEALTH_GATE, RELEASE_RECORD } from "../allowed-types";
import { DATABASE, SITES, STORAGE_ACCOUNT } from "../azure-types";
import { isTransient, tag } from "../data-class";
import { isFurtherShard } from "../further-shard";
import { isMark, UnreadableError, unguarded } from "../marks";
import type { ResourceView } from "../model";
import { stackRule } from "../rule";
import { isReplica } from "../sql-relations";

/** A release goes to one after the other. */
const REGIONS = 2;

/**
 * All other rules judge what is there. What the files promise to customers and nobody makes has no resource that could break a rule, so
 * that a stack of nothing would keep them all.
 */
export const otapStreetComplete = stackRule(["pulumi:pulumi:Stack"], ({ urn }, report, { config, stack }) => {
    if (config.promised === undefined || isFurtherShard(urn)) {
        return;
    }
    const { tenants, documents, sites } = config.promised;
    if (sites && stack.ofType(...SITES).length === 0) {
        report("it has no site, so nobody is served", [11]);
    }
    if (sites && stack.ofType(RELEASE_RECORD).length === 0) {
        report("it keeps no record of its releases, so the next environment knows none that has passed", [1]);
    }
    if (sites && stack.ofType(HEALTH_GATE).length < REGIONS) {
        report(`its releases do not wait for the health of each of ${REGIONS} regions`, [1, 11]);
    }
    const accounts = stack.ofType(STORAGE_ACCOUNT);
    const databases = stack.ofType(DATABASE);
    const hasDocuments = accounts.some((account) => tag(account, "dataClass") === "customer");
    const lacking = tenants.filter((tenant) => !databases.some((database) => isOf(tenant, database)));
    if (documents && !hasDocuments && !accounts.some((account) => isUnknown(account, "dataClass"))) {
        report("it has no storage account for customers' documents", [12, 13]);
    }
    if (!databases.some((database) => isUnknown(database, "tenant"))) {
        for (const tenant of lacking) {
            report(`tenant '${tenant}' has no database`, [12, 13]);
        }
    } else if (lacking.length > 0) {
        throw new UnreadableError("the tag 'tenant' of a database");
    }
    if (documents && !hasDocuments) {
        throw new UnreadableError("the tag 'dataClass' of a storage account");
    }
});

const isOf = (tenant: string, database: ResourceView): boolean =>
    tag(database, "tenant")?.toLowerCase() === tenant.toLowerCase() && !isTransient(database) && !isReplica(database);

const isUnknown = ({ inputs }: ResourceView, key: string): boolean =>
    isMark(inputs.tags) || isMark(unguarded(inputs.tags, key));
