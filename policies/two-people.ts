import { text } from "./show";

/** True for two names that are there, and differ in more than spaces and case. */
export function areTwoPeople(one: unknown, other: unknown): boolean {
    const [first, second] = [one, other].map((name) => text(name).trim().replace(/\s+/g, " ").toLowerCase());
    return first !== "" && second !== "" && first !== second;
}
