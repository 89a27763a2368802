/** A name as Azure SQL compares it by default: without case, width and spaces at the end (collation SQL_Latin1_General_CP1_CI_AS). */
export const asInDatabase = (name: string): string => name.normalize("NFKC").trimEnd().toLowerCase();

/**
 * The same, where no two that Azure SQL tells apart may become one: somebody who calls himself `app` and a line break, or writes it in
 * mathematical letters, is not `app`. Only blanks at the end are left out, and case where the letter comes back from it.
 */
export const asSurelyInDatabase = (name: string): string =>
    name.replace(/ +$/, "").replace(/\p{Lu}/gu, (letter) => {
        const small = letter.toLowerCase();
        return small.toUpperCase() === letter ? small : letter;
    });
