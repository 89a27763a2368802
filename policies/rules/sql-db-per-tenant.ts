import { DATABASE } from "../azure-types";
import { givenTag, isTransient, tag } from "../data-class";
import { isMark, UnreadableError } from "../marks";
import type { ResourceView, StackView } from "../model";
import { stackRule } from "../rule";
import { found, text } from "../show";
import { isReplica } from "../sql-relations";

/** Where a thousand databases are of one tenant, each need not name all others. */
const MOST_OTHERS = 3;
/** An id is one word: two ids in a tag would be two tenants in a database. */
const TENANT_ID = /^[a-z0-9][a-z0-9-]*$/i;

export const sqlDbPerTenant = stackRule([DATABASE], (database, report, { stack }) => {
    if (isTransient(database) || isReplica(database)) {
        return;
    }
    const { tags } = database.inputs;
    if (isMark(tags) || isMark(givenTag(database, "tenant"))) {
        throw new UnreadableError("tags.tenant");
    }
    const tenant = tag(database, "tenant");
    if (tenant === undefined) {
        report("its tag 'tenant' is not set");
    } else if (!TENANT_ID.test(tenant)) {
        report(`its tag 'tenant' is '${tenant}', which is not one id`);
    } else {
        const { databaseName } = database.props;
        if (!holdsId(text(databaseName), tenant)) {
            report(`${found("databaseName", databaseName)}, without the tenant's id '${tenant}'`);
        }
        const others = databasesOf(tenant, stack).filter(({ urn }) => urn !== database.urn);
        for (const other of others.slice(0, MOST_OTHERS)) {
            report(`tenant '${tenant}' has another database, ${other.name}`);
        }
    }
});

/** As a whole: tenant 1 is not meant by the 1 of 11. */
const holdsId = (name: string, id: string): boolean => new RegExp(`(^|[^a-z0-9])${id}($|[^a-z0-9])`, "i").test(name);

const databasesOf = (tenant: string, stack: StackView): readonly ResourceView[] => {
    let index = indexes.get(stack);
    if (index === undefined) {
        const made = new Map<string, ResourceView[]>();
        for (const database of stack.ofType(DATABASE)) {
            const id = tag(database, "tenant")?.toLowerCase();
            if (id !== undefined && !isTransient(database) && !isReplica(database)) {
                made.set(id, made.get(id) ?? []);
                made.get(id)?.push(database);
            }
        }
        index = made;
        indexes.set(stack, index);
    }
    return index.get(tenant.toLowerCase()) ?? [];
};

/** Kept for each stack, so that a thousand databases are not compared with a thousand. */
const indexes = new WeakMap<StackView, ReadonlyMap<string, readonly ResourceView[]>>();
