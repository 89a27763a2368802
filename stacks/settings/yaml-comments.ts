import { Lexer } from "yaml";

interface Comment {
    /** Where its `#` stands in the text. */
    readonly offset: number;
    readonly words: string;
}

/** Marks of a document, a scalar and a flow error: the lexer adds them to what stands in the text. */
const MARKS = ["\u0002", "\u0018", "\u001f"];

/** The comments of YAML text, line by line. The parsed document keeps them too, but not where they stand. */
export function commentsIn(text: string): readonly Comment[] {
    const comments: Comment[] = [];
    let offset = 0;
    for (const token of new Lexer().lex(text)) {
        if (token.startsWith("#")) {
            comments.push({ offset, words: token });
        }
        offset += MARKS.includes(token) ? 0 : token.length;
    }
    return comments;
}
