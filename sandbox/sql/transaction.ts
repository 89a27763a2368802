import type { DatabaseState } from "./database-state";
import { refused } from "./sql-refusals";

/** The transaction of a session, which may be none. */
export class Transaction {
    private depth = 0;
    private changed: DatabaseState | undefined;

    get isOpen(): boolean {
        return this.depth > 0;
    }

    /** What it made of the database; undefined while it changed nothing. */
    get state(): DatabaseState | undefined {
        return this.changed;
    }

    change(state: DatabaseState): void {
        this.changed = state;
    }

    begin(): void {
        this.depth += 1;
    }

    /** @returns what is to be kept now: only the outermost commit keeps anything */
    commit(): DatabaseState | undefined {
        if (!this.isOpen) {
            throw refused("nothingToCommit");
        }
        this.depth -= 1;
        const kept = this.isOpen ? undefined : this.changed;
        this.changed = this.isOpen ? this.changed : undefined;
        return kept;
    }

    rollback(): void {
        if (!this.isOpen) {
            throw refused("nothingToRollBack");
        }
        this.forget();
    }

    /** As a rollback, also where there is none. */
    forget(): void {
        this.depth = 0;
        this.changed = undefined;
    }
}
