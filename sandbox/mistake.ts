/** What a user can put right: its message is a sentence that says what was found and what to do. Shown without a stack trace. */
export class Mistake extends Error {
    override readonly name = "Mistake";
}

/** Whether an error is one. Told by its name: the played Azure is bundled apart, with a class of its own. */
export const isMistake = (error: unknown): error is Mistake => error instanceof Error && error.name === "Mistake";
