import type { ResourceView, StackView } from "./model";
import { append } from "./multi-map";
import { physicalName } from "./physical-name";

type Names = ReadonlyMap<string | undefined, readonly ResourceView[]>;

/** Kept for each stack and type, so that a question costs no look at every resource. */
const indexes = new WeakMap<StackView, Map<string, Names>>();

/** The resources of a type that have a name in Azure, in lower case; with `undefined`, those whose name is not known yet. */
export function named(stack: StackView, type: string, name: string | undefined): readonly ResourceView[] {
    const types = indexes.get(stack) ?? new Map<string, Names>();
    indexes.set(stack, types);
    const names = types.get(type) ?? byName(stack.ofType(type));
    types.set(type, names);
    return names.get(name) ?? [];
}

function byName(resources: readonly ResourceView[]): Names {
    const names = new Map<string | undefined, ResourceView[]>();
    for (const resource of resources) {
        append(names, physicalName(resource), resource);
    }
    return names;
}
