import type { ErrorCode, LineCounter, YAMLParseError } from "yaml";
import type { Mistake } from "./settings-error";

/** What the parser's codes mean for somebody who edits settings. Its own words quote the text, which may hold a secret. */
const SENTENCES: Readonly<Partial<Record<ErrorCode, string>>> = {
    TAB_AS_INDENT: "a tab indents the line; use spaces",
    MULTIPLE_DOCS: "a second document begins; keep one in the file",
    BAD_ALIAS: "an alias points at no anchor; write the value out",
    MULTILINE_IMPLICIT_KEY: "a key goes on over several lines; is a colon, the space after it or a quote missing?",
    MISSING_CHAR: "a character is missing here, often a quote, a bracket or a colon",
    BAD_INDENT: "the line is indented otherwise than those it belongs to",
    BAD_SCALAR_START: "a text may not begin with this character; put the text in quotes",
    BAD_DQ_ESCAPE: "a backslash in double quotes makes no character here; use single quotes",
    BAD_DIRECTIVE: "a line that begins with '%' instructs the parser; remove it",
    TAG_RESOLVE_FAILED: "a '!' begins a tag that no setting has; put the text in quotes",
    UNEXPECTED_TOKEN: "something follows that does not belong to what stands before it; put the whole value in quotes",
    BLOCK_AS_IMPLICIT_KEY:
        "a nested mapping begins on the line of its key; begin it on the next, indented, or quote the text",
};

const OTHERWISE = "the text is not YAML here; write the line as the others are written, with the value in quotes";

/** What is not YAML, by line and column, with the name of the key on that line. */
export function syntaxMistake(file: string, text: string, lines: LineCounter, error: YAMLParseError): Mistake {
    const quote = /^Missing closing (["'])quote/.exec(error.message)?.[1];
    // The parser notices at the end of the file; the reader looks for where the quote opens.
    const { line, col } = lines.linePos(quote === undefined ? error.pos[0] : text.lastIndexOf(quote));
    const written = text.split(/\r?\n/)[line - 1] ?? "";
    const key = /^[\s-]*["']?([\w-][\w:.-]{0,60}?)["']?:(\s|$)/.exec(written)?.[1];
    const message = quote === undefined ? sentenceOf(error, written) : "a quote opens and never closes";
    return { file, path: `line ${line}, column ${col}`, message: key ? `${message} (at '${key}')` : message };
}

function sentenceOf({ code, message }: YAMLParseError, written: string): string {
    if (/^(<{7}|={7}|>{7})( |$)/.test(written)) {
        return "a merge left its marks; keep one of the two sides and remove the lines with marks";
    }
    if (/^Flow (map|sequence) in block collection/.test(message)) {
        return "a bracket or brace that opens before this line never closes";
    }
    return SENTENCES[code] ?? OTHERWISE;
}
