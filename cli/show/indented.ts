import wrap from "wrap-ansi";

/** A paragraph within the terminal's width, each line behind a margin of so many spaces. */
export function indented(text: string, margin: number, columns: number): string {
    const width = Math.max(columns - margin, 20);
    return `${wrap(text, width, { hard: true })
        .split("\n")
        .map((line) => " ".repeat(margin) + line)
        .join("\n")}\n`;
}
