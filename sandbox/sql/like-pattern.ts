/** A pattern of T-SQL's LIKE: `%`, `_`, `[abc]`, `[^a-c]`, without regard to case (Microsoft, "LIKE (Transact-SQL)"). */
export function likePattern(pattern: string, escaping?: string): RegExp {
    let expression = "";
    for (let at = 0; at < pattern.length; at += 1) {
        const character = pattern[at] as string;
        const closed = character === "[" ? pattern.indexOf("]", at + 2) : -1;
        if (character === escaping) {
            at += 1;
            expression += literal(pattern[at] ?? "");
        } else if (character === "%") {
            expression += ".*";
        } else if (character === "_") {
            expression += ".";
        } else if (closed > at) {
            expression += characterClass(pattern.slice(at + 1, closed));
            at = closed;
        } else {
            expression += literal(character);
        }
    }
    return new RegExp(`^${expression}$`, "is");
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

function characterClass(inside: string): string {
    const negated = inside.startsWith("^");
    const characters = (negated ? inside.slice(1) : inside).replace(/[\\\][^]/g, "\\$&");
    return `[${negated ? "^" : ""}${characters}]`;
}
