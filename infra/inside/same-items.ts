/** Whether both lists hold the same, in whatever order. */
export const haveSameItems = (one: readonly string[], other: readonly string[]): boolean =>
    one.every((item) => other.includes(item)) && other.every((item) => one.includes(item));
