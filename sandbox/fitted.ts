import wrap from "wrap-ansi";

/**
 * A text for a terminal: lines that are too long go on below, two spaces further in. Words that are longer than a line stay whole, so that
 * an id or an address can be copied.
 */
export const fitted = (text: string, columns: number): string =>
    text
        .split("\n")
        .map((line) => (line.length <= columns ? line : broken(line, columns)))
        .join("\n");

function broken(line: string, columns: number): string {
    const margin = " ".repeat(line.length - line.trimStart().length);
    return margin + wrap(line.trimStart(), columns - margin.length - 2).replaceAll("\n", `\n${margin}  `);
}
