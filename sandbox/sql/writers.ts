/** Who changes a database now: one session at a time, until its transaction ends. Who asks sees what was committed before. */
export class Writers {
    private readonly holders = new Map<string, object>();
    private readonly waiting: { readonly id: string; readonly session: object; readonly go: () => void }[] = [];

    /** Resolves when the session may change the database. */
    async enter(id: string, session: object): Promise<void> {
        const holder = this.holders.get(id);
        if (holder === undefined || holder === session) {
            this.holders.set(id, session);
            return;
        }
        await new Promise<void>((go) => void this.waiting.push({ id, session, go }));
    }

    /** Lets the next one in, where this session was in. */
    leave(id: string, session: object): void {
        if (this.holders.get(id) !== session) {
            return;
        }
        this.holders.delete(id);
        const at = this.waiting.findIndex((one) => one.id === id);
        if (at >= 0) {
            const [next] = this.waiting.splice(at, 1);
            this.holders.set(id, next?.session as object);
            next?.go();
        }
    }
}
