/** True in the stack of a further shard, beside the environment's own, which makes what the files promise. */
export const isFurtherShard = (urn: string): boolean => /^urn:pulumi:[a-z]+-klanten-\d{2}::/.test(urn);
