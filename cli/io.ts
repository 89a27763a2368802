/** What a command sees of the world: everything it reads or shows passes through here, so that tests can play it. */
export interface Io {
    /** The project's folder. */
    readonly root: string;
    /** Width of the terminal in characters. */
    readonly columns: number;
    /** Colours and progress are for people: both are off when the output goes into a file or another program. */
    readonly colour: boolean;
    /** Standard input, in pieces. */
    input(): AsyncIterable<Uint8Array>;
    out(text: string): void;
    /** Progress and errors. */
    err(text: string): void;
    /** One line that the next one replaces; empty clears it. Nothing where no person looks. */
    progress(line: string): void;
}

/** Exit codes of every command. */
export const EXIT = { fine: 0, violations: 1, wrongUse: 2 } as const;
