/** An answer of SQL Server that is an error: number, severity and text as Microsoft lists them. */
export class SqlError extends Error {
    override readonly name = "SqlError";

    /** @param endsBatch whether what follows it in its batch is not executed, whatever XACT_ABORT says */
    constructor(
        readonly number: number,
        message: string,
        readonly severity = 16,
        readonly endsBatch = false,
    ) {
        super(message);
    }
}

/** What SQL Server answers; a mistake of the stand-in is thrown on. */
export function asSqlError(error: unknown): SqlError {
    if (error instanceof SqlError) {
        return error;
    }
    throw error;
}
