/** True for two names that differ in spelling only: case, accents, signs and the order of words make nobody another person. */
export const areOnePerson = (one: string, other: string): boolean => spelt(one) === spelt(other);

const spelt = (name: string): string => {
    const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(" ");
};
