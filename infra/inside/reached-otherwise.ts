import type { Where } from "./connection";

/** How the engine hands on, in a preview, what is not known yet (unknownValue, @pulumi/pulumi/runtime/rpc). */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Whether a database is reached in another way than the state says. Nothing in it differs then; but the engine keeps the old outputs of a
 * resource without a change, and reads and deletes by them (SameStep, pulumi/pkg/resource/deploy/step.go), so that its host would stay one that is
 * gone. A host that is not known yet is looked at when it is.
 */
export const reachedOtherwise = (
    olds: Pick<Where, "host" | "directory">,
    news: Pick<Where, "host" | "directory">,
): boolean => isOther(olds.host, news.host) || isOther(olds.directory, news.directory);

export const isOther = (old: string, declared: string): boolean => isKnown(declared) && declared !== old;

/** A list with anything unknown in it may come as unknown in whole. */
export const isKnown = (value: string | readonly string[]): boolean => value !== UNKNOWN && !value.includes(UNKNOWN);
