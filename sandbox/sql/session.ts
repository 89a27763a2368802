import { lastOf } from "../azure/refusals/ids";
import type { Place } from "./place";
import { readBatch } from "./read-batch";
import { asSqlError, type SqlError } from "./sql-error";
import { failureOf } from "./sql-faults";
import type { SqlStatement, SqlValues } from "./sql-statement";
import type { SqlWorld } from "./sql-world";
import { type ResultSet, type Sqlite, sqlite } from "./sqlite";
import { Work } from "./work";

/** What one statement gives: rows, an error, or neither. */
export interface StatementAnswer {
    readonly result?: ResultSet;
    readonly error?: SqlError;
}

export interface BatchAnswer {
    readonly answers: readonly StatementAnswer[];
    /** Whether the connection breaks now, with no answer given. */
    readonly isCut: boolean;
}

const CUT: BatchAnswer = { answers: [], isCut: true };
const NO_VALUES: SqlValues = new Map();

/** A session in one database, as its administrator. */
export class Session {
    private readonly work: Work;
    private ended = false;

    constructor(
        private readonly world: SqlWorld,
        private readonly place: Place,
    ) {
        this.work = new Work(world, place);
    }

    /** Executes a batch: nothing of it where any of it is not understood. */
    async batch(sql: string, values: SqlValues = NO_VALUES): Promise<BatchAnswer> {
        let statements: readonly SqlStatement[];
        try {
            statements = readBatch(sql);
        } catch (error) {
            return answered({ error: asSqlError(error) });
        }
        return this.run(statements, values);
    }

    /** Executes statements one after another, with what goes wrong on demand. */
    async run(statements: readonly SqlStatement[], values: SqlValues = NO_VALUES): Promise<BatchAnswer> {
        const { cloud, writers, faults } = this.world;
        const { databaseId } = this.place;
        const changes = statements.some(isChange);
        const asks = statements.some(({ kind }) => kind === "select");
        const engine = changes || asks ? await sqlite() : undefined;
        if (changes) {
            await writers.enter(databaseId, this);
        }
        try {
            // Who is in a database that is deleted is put out of it.
            if (this.ended || cloud.get(databaseId) === undefined) {
                this.work.forget();
                return CUT;
            }
            const fault = changes || asks ? faults.due(changes ? "change" : "read", lastOf(databaseId)) : undefined;
            if (fault === undefined) {
                return answered(...this.each(statements, values, engine));
            }
            if (fault.after || fault.kind === "drop") {
                this.each(fault.after ? statements : statements.slice(0, lastEffect(statements)), values, engine);
            }
            this.work.forget();
            return fault.kind === "drop" ? CUT : answered({ error: failureOf(fault.kind) });
        } finally {
            if (!this.work.isOpen) {
                writers.leave(databaseId, this);
            }
        }
    }

    /** What was not committed is rolled back. */
    end(): void {
        this.ended = true;
        this.work.forget();
        this.world.writers.leave(this.place.databaseId, this);
    }

    private each(
        statements: readonly SqlStatement[],
        values: SqlValues,
        engine: Sqlite | undefined,
    ): readonly StatementAnswer[] {
        const answers: StatementAnswer[] = [];
        for (const statement of statements) {
            try {
                answers.push({ result: this.work.execute(statement, values, engine) });
            } catch (thrown) {
                const error = asSqlError(thrown);
                answers.push({ error });
                if (this.work.afterError(error)) {
                    break;
                }
            }
        }
        return answers;
    }
}

const answered = (...answers: readonly StatementAnswer[]): BatchAnswer => ({ answers, isCut: false });

const isChange = ({ kind }: SqlStatement): boolean => kind === "change" || kind === "cloud";

/** Where the last statement stands that changes something or commits it; the first where none does. */
const lastEffect = (statements: readonly SqlStatement[]): number =>
    Math.max(
        0,
        statements.findLastIndex((one) => isChange(one) || (one.kind === "transaction" && one.verb === "COMMIT")),
    );
