import { randomInt } from "node:crypto";

const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 6;

/**
 * An id that tells nothing of the customer, and that no tenant has.
 *
 * @param draw a whole number from 0 to below its argument
 */
export function newTenantId(taken: ReadonlySet<string>, draw: (below: number) => number = randomInt): string {
    const id = `t-${Array.from({ length: LENGTH }, () => SIGNS.charAt(draw(SIGNS.length))).join("")}`;
    return taken.has(id) ? newTenantId(taken, draw) : id;
}
