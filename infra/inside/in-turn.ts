const turns = new Map<string, Promise<void>>();

/** Does what has the same key one after another, in the order in which it came; whether one fails is nothing to the next. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const own = (turns.get(key) ?? Promise.resolve()).then(work);
    const ended = own.then(nothing, nothing);
    turns.set(key, ended);
    try {
        return await own;
    } finally {
        if (turns.get(key) === ended) {
            turns.delete(key);
        }
    }
}

const nothing = (): void => undefined;
