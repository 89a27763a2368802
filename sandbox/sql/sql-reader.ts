import type { SqlError } from "./sql-error";
import { refused } from "./sql-refusals";
import { type SqlToken, tokensOf } from "./sql-tokens";

/** A name with the schema that it was given, if any. */
export interface QualifiedName {
    readonly schema?: string;
    readonly name: string;
}

/** Words that name nothing unless they stand in brackets; of Microsoft's list of reserved keywords those that begin something here. */
const RESERVED =
    /^(add|all|alter|and|as|begin|by|create|delete|drop|else|end|exec|execute|exists|external|from|grant|group|if|in|insert|into|is|join|not|null|on|or|order|revoke|select|set|table|to|trigger|union|update|user|values|where|with)$/i;

/** Reads T-SQL piece by piece. */
export class SqlReader {
    private at = 0;
    private readonly tokens: readonly SqlToken[];

    /** @throws SqlError */
    constructor(readonly sql: string) {
        this.tokens = tokensOf(sql);
    }

    get token(): SqlToken | undefined {
        return this.tokens[this.at];
    }

    get ended(): boolean {
        return this.at >= this.tokens.length;
    }

    next(): SqlToken {
        const { token } = this;
        if (token === undefined) {
            throw this.wrong();
        }
        this.at += 1;
        return token;
    }

    /** Whether these words come next; nothing is read. */
    sees(...words: readonly string[]): boolean {
        return words.every((word, index) => isWord(this.tokens[this.at + index], word));
    }

    /** Reads these words or symbols where they come next. */
    takes(...words: readonly string[]): boolean {
        const seen = this.sees(...words);
        if (seen) {
            this.at += words.length;
        }
        return seen;
    }

    /** @throws SqlError where these words or symbols do not come next */
    expect(...words: readonly string[]): void {
        for (const word of words) {
            if (!this.takes(word)) {
                throw this.wrong();
            }
        }
    }

    /** One of these words, in capitals. */
    oneOf(...words: readonly string[]): string {
        const found = words.find((word) => this.takes(word));
        if (found === undefined) {
            throw this.wrong();
        }
        return found;
    }

    name(): string {
        const { token } = this;
        if (token?.kind !== "name" && (token?.kind !== "word" || RESERVED.test(token.text))) {
            throw this.wrong();
        }
        return this.next().text;
    }

    qualifiedName(): QualifiedName {
        const first = this.name();
        return this.takes(".") ? { schema: first, name: this.name() } : { name: first };
    }

    /** The text of the next piece, which is of this kind. */
    piece(kind: SqlToken["kind"]): string {
        if (this.token?.kind !== kind) {
            throw this.wrong();
        }
        return this.next().text;
    }

    /** The pieces up to the bracket that closes the one that was just read, which is read as well. */
    enclosed(): readonly SqlToken[] {
        const from = this.at;
        for (let depth = 1; depth > 0; ) {
            const { kind, text } = this.next();
            depth += kind !== "symbol" ? 0 : text === "(" ? 1 : text === ")" ? -1 : 0;
        }
        return this.tokens.slice(from, this.at - 1);
    }

    /** The pieces up to the next semicolon, or all that are left. */
    untilSemicolon(): readonly SqlToken[] {
        const from = this.at;
        while (!this.ended && !this.sees(";")) {
            this.at += 1;
        }
        return this.tokens.slice(from, this.at);
    }

    /** What was read last. */
    get last(): SqlToken {
        return this.tokens[this.at - 1] as SqlToken;
    }

    /** Reads all that is left. */
    rest(): readonly SqlToken[] {
        const from = this.at;
        this.at = this.tokens.length;
        return this.tokens.slice(from);
    }

    /** The error that what comes next is not understood. */
    wrong(): SqlError {
        return refused("syntax", this.token?.text ?? this.tokens.at(-1)?.text ?? "");
    }
}

const isWord = (token: SqlToken | undefined, word: string): boolean =>
    token !== undefined &&
    (token.kind === "word" || token.kind === "symbol") &&
    token.text.toUpperCase() === word.toUpperCase();
