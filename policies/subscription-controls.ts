import { SERVER, SITES, STORAGE_ACCOUNT, VAULT } from "./azure-types";
import type { ResourceView, StackView } from "./model";

const STACK = "pulumi:pulumi:Stack";

/** What holds or handles data, by the plan of Defender that watches it. */
export const WATCHED: Readonly<Record<string, readonly string[]>> = {
    AppServices: SITES,
    KeyVaults: [VAULT],
    SqlServers: [SERVER],
    StorageAccounts: [STORAGE_ACCOUNT],
};

export const ALL_WATCHED: readonly string[] = Object.values(WATCHED).flat();

/** On what the absence of something that a subscription has once is reported. */
export const MAY_SPEAK: readonly string[] = [STACK, ...ALL_WATCHED];

/**
 * True for the one resource that answers for what a subscription must have because the stack holds resources of the given types: the
 * stack itself, or the first of those resources where a plan does not show the stack. No resource answers in a stack that holds none.
 */
export function answersFor(resource: ResourceView, types: readonly string[], stack: StackView): boolean {
    const [first] = types.flatMap((type) => stack.ofType(type).slice(0, 1)).sort((a, b) => (a.urn < b.urn ? -1 : 1));
    const [whole = first] = stack.ofType(STACK);
    return first !== undefined && resource === whole;
}

/** True for the one resource that answers for what a program's files say: the stack itself, or the first of all where a plan leaves it out. */
export function answersForFiles(resource: ResourceView, stack: StackView): boolean {
    const [whole = stack.all[0]] = stack.ofType(STACK);
    return resource === whole;
}
