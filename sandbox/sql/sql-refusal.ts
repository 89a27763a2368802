/** One thing that the played SQL Server refuses. */
export interface SqlRefusal {
    readonly number: number;
    /** 16 where left out. */
    readonly severity?: number;
    /** The message; each `%s` is a value. */
    readonly text: string;
    /** One sentence: what is refused. */
    readonly title: string;
    /** Where number and text are from; `[U]` where they are unverified. */
    readonly source: string;
    /** True where the rest of a batch is not executed, whatever XACT_ABORT says. */
    readonly endsBatch?: boolean;
}
