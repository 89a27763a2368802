import { BLOB_CONTAINER, DATABASE } from "./azure-types";
import { tag } from "./data-class";
import { isMark, isObject } from "./marks";
import type { ResourceView, StackView } from "./model";
import { text } from "./show";

/** What a container for one customer, or for what customers bring, is called. */
const CUSTOMER_WORD = /(^|[^a-z])(tenant|customer|client|klant|klanten|document|documenten|upload)s?($|[^a-z])/;

/**
 * The containers of an account that say by their name or metadata that they are a customer's, whatever the tags of the account say: by
 * one of those words, or by the id of a tenant that has a database.
 */
export function tenantContainersOf(account: ResourceView, stack: StackView): readonly ResourceView[] {
    const containers = stack.referrers(account, "accountName", BLOB_CONTAINER);
    const ids = containers.length === 0 ? new Set<string>() : tenantIds(stack);
    return containers.filter((container) => {
        const words = wordsOfContainer(container);
        return words.some((word) => CUSTOMER_WORD.test(word) || partsOf(word).some((part) => ids.has(part)));
    });
}

/** What a container says of itself, in lower case: its name, and the keys and values of its metadata. */
export function wordsOfContainer({ name, inputs }: ResourceView): readonly string[] {
    const { containerName, metadata } = inputs;
    const known = isMark(containerName) || text(containerName) === "" ? name : text(containerName);
    const said = isObject(metadata) && !isMark(metadata) ? Object.entries(metadata).flat() : [];
    return [known, ...said].map((each) => text(each).toLowerCase());
}

/** All runs of whole parts of a name: `documents-t-4f9k2c` holds the id `t-4f9k2c`. */
export function partsOf(word: string): readonly string[] {
    const parts = word.split("-");
    return parts.flatMap((_, start) =>
        parts.slice(start).map((__, end) => parts.slice(start, start + end + 1).join("-")),
    );
}

const ids = new WeakMap<StackView, ReadonlySet<string>>();

function tenantIds(stack: StackView): ReadonlySet<string> {
    const known =
        ids.get(stack) ??
        new Set(stack.ofType(DATABASE).flatMap((database) => tag(database, "tenant")?.toLowerCase() ?? []));
    ids.set(stack, known);
    return known;
}
