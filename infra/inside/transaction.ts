/** One batch that does all of these statements or none, also where the connection breaks in the middle. */
export const transaction = (statements: readonly string[]): string =>
    ["SET XACT_ABORT ON", "BEGIN TRANSACTION", ...statements, "COMMIT TRANSACTION"].map((one) => `${one};`).join("\n");
