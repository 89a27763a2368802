import { text } from "./show";

/** True for two names that are there, and differ in more than spelling: case, accents, signs and the order of words. */
export function areTwoPeople(one: unknown, other: unknown): boolean {
    const [first, second] = [one, other].map((name) => spelt(text(name)));
    return first !== "" && second !== "" && first !== second;
}

const spelt = (name: string): string => {
    const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(" ");
};
