import { asInDatabase, asSurelyInDatabase } from "../as-in-database";

/** Whether two that are declared are one name in a database, or may be. */
export const isSameName = (one: string, other: string): boolean => asInDatabase(one) === asInDatabase(other);

/** A stranger does not pass for one that is declared. */
const isAmong = (names: readonly string[], name: string): boolean =>
    names.some((one) => asSurelyInDatabase(one) === asSurelyInDatabase(name));

/** Those of the first that are not among the second. */
export const namesBeside = (found: readonly string[], declared: readonly string[]): readonly string[] =>
    found.filter((name) => !isAmong(declared, name));

/** Whether both hold the same names, in whatever order. */
export const haveSameNames = (one: readonly string[], other: readonly string[]): boolean =>
    namesBeside(one, other).length === 0 && namesBeside(other, one).length === 0;

/** What was found, the declared first and spelt as there. */
export const inOrderOf = (declared: readonly string[], found: readonly string[]): readonly string[] => [
    ...declared.filter((name) => isAmong(found, name)),
    ...namesBeside(found, declared),
];
