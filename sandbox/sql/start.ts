import { randomUUID } from "node:crypto";
import { Cloud } from "../azure/cloud";
import type { MissedFault } from "../stand-in";
import { admits, type Visitor } from "./admits";
import { applySqlDrift } from "./apply-drift";
import { certificate } from "./certificate";
import { InsideStates } from "./inside-states";
import { keptStates } from "./kept-states";
import type { SqlDrift } from "./parse-sql-fault";
import { Peer } from "./peer";
import { placeOf, serverOf } from "./place";
import { Session } from "./session";
import type { SqlError } from "./sql-error";
import { type SqlFault, SqlFaults } from "./sql-faults";
import type { SqlValue } from "./sql-statement";
import type { SqlWorld } from "./sql-world";
import { tdsServer } from "./tds-server";
import { Writers } from "./writers";

/** The played SQL servers of a played Azure. */
export interface SqlStandIn {
    /** Of `OTAP_SANDBOX_SQL`: `{"port":number,"ca":"PEM","token":"…"}`. */
    readonly variable: string;
    /**
     * Executes a batch as a server's administrator would by hand.
     *
     * @param at.host that of a server or a failover group
     * @returns the rows of its questions
     * @throws SqlError, the first that it is answered
     */
    execute(at: { readonly host: string; readonly database: string }, sql: string): Promise<readonly Row[]>;
    /** Whether somebody gets into a database, or what is answered. */
    admits(visitor: Visitor): true | SqlError;
    /** The faults that were asked for and have not happened. */
    missedFaults(): readonly MissedFault[];
    stop(): Promise<void>;
}

export type Row = Readonly<Record<string, SqlValue>>;

export interface SqlStandInOptions {
    /** Where it keeps what lies in databases; in memory where it is left out. */
    readonly folder?: string;
    readonly faults?: readonly SqlFault[];
    readonly drifts?: readonly SqlDrift[];
    /** ARM ids: somebody else changes only what lies inside one of these. Everything where left out. */
    readonly own?: readonly string[];
}

/** @throws Mistake where a drift cannot be made */
export async function startSql(cloud: Cloud, options: SqlStandInOptions = {}): Promise<SqlStandIn> {
    const { folder, faults, drifts = [], own } = options;
    const states = folder === undefined ? new InsideStates(cloud) : keptStates(cloud, folder);
    const world: SqlWorld = { cloud, states, faults: new SqlFaults(faults), writers: new Writers() };
    if (drifts.length > 0) {
        // Tried on a copy: of several changes none is kept when one of them cannot be made.
        const copy = new Cloud(cloud.snapshot());
        await applySqlDrift({ ...world, cloud: copy, states: states.copy(copy), faults: new SqlFaults() }, drifts, own);
        await applySqlDrift({ ...world, faults: new SqlFaults() }, drifts, own);
    }
    const token = randomUUID();
    const made = await certificate();
    const server = await tdsServer(made, () => new Peer(world, token));
    return {
        variable: JSON.stringify({ port: server.port, ca: made.cert, token }),
        execute: ({ host, database }, sql) => execute(world, host, database, sql),
        admits: (visitor) => admits(world, visitor),
        missedFaults: () => world.faults.missed(),
        stop: () => server.stop(),
    };
}

async function execute(world: SqlWorld, host: string, database: string, sql: string): Promise<readonly Row[]> {
    const place = placeOf(world.cloud, serverOf(world.cloud, host), database);
    const session = new Session({ ...world, faults: new SqlFaults() }, place);
    const { answers } = await session.batch(sql);
    session.end();
    const error = answers.find((answer) => answer.error !== undefined)?.error;
    if (error !== undefined) {
        throw error;
    }
    return answers.flatMap(({ result }) =>
        (result?.rows ?? []).map((row) =>
            Object.fromEntries(row.map((value, index) => [result?.columns[index]?.name ?? "", value])),
        ),
    );
}
