import type { ResourceInput } from "../policies/model";

/**
 * A stack of many: the resources of one environment again and again, each time under other names, so that what belongs together does so in
 * each copy and nowhere else.
 */
export const manyResources = <T extends ResourceInput>(resources: readonly T[], copies: number): readonly T[] =>
    Array.from({ length: copies }, (_, copy) => copyOf(resources, copy)).flat();

/** One copy: what the application and the tenants are called in it, wherever that stands, ends in its number. */
export const copyOf = <T>(resources: readonly T[], copy: number): readonly T[] =>
    JSON.parse(JSON.stringify(resources).replace(/figlo-?advisor|\bt-[0-9a-z]{6}\b/g, `$&${copy}`));
