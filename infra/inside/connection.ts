import { connect as connectTo } from "node:net";
import type { Connection, ConnectionConfiguration, Request } from "tedious";
import { entraToken } from "./entra-token";
import { type SandboxSql, sandboxSql } from "./sandbox-sql";
import type { Row, Session } from "./session";
import { type Obstacle, SqlError } from "./sql-error";

/** A database, and how whoever runs this gets to it. */
export interface Where {
    /** Of a server, or a failover group's listener. */
    readonly host: string;
    readonly database: string;
    /** Directory of the server. */
    readonly directory: string;
}

export interface OpenSession extends Session {
    close(): void;
}

/** Microsoft's advice is thirty seconds or more (azure-sql/database/troubleshoot-common-errors-issues). */
const CONNECT_MS = 30_000;
/** Dropping a database takes longest. */
const REQUEST_MS = 300_000;

/**
 * Opens a session by TDS 8.0: TLS first, the server's certificate checked, and then a token from Entra.
 *
 * @throws SqlError; it never holds the token
 */
export async function openSession(where: Where): Promise<OpenSession> {
    const played = sandboxSql(process.env);
    const token = played?.token ?? (await entraToken(where.directory));
    // Loaded here: it takes a fifth of a second (with what it loads of @azure/identity), and a run that changes nothing inside databases needs none.
    const tedious = require("tedious") as typeof import("tedious");
    const connection = new tedious.Connection(settings(where, token, played));
    const refusal = (numbers: readonly number[], said: Error, obstacle: Obstacle) =>
        new SqlError(said.message.replaceAll(token, "…"), obstacle, numbers);
    await connected(connection, refusal);
    const asked = (request: Promise<readonly Row[]>) =>
        request.catch((error: Error) => {
            const numbers = numbersOf(error);
            throw refusal(numbers, worded(error), numbers.length === 0 ? "cut-off" : "refused");
        });
    const ask = (sql: string, send: (request: Request) => void) =>
        asked(
            answered((done) => {
                const request = new tedious.Request(sql, done);
                send(request);
                return request;
            }),
        );
    return {
        query: (sql, values = {}) =>
            ask(sql, (request) => {
                for (const [name, value] of Object.entries(values)) {
                    if (typeof value === "string") {
                        request.addParameter(name, tedious.TYPES.NVarChar, value);
                    } else {
                        request.addParameter(name, tedious.TYPES.VarChar, value.varchar);
                    }
                }
                connection.execSql(request);
            }),
        batch: (sql) => ask(sql, (request) => connection.execSqlBatch(request)),
        close: () => connection.close(),
    };
}

const settings = (
    { host, database }: Where,
    token: string,
    played: SandboxSql | undefined,
): ConnectionConfiguration => ({
    server: host,
    authentication: { type: "azure-active-directory-access-token", options: { token } },
    options: {
        database,
        encrypt: "strict",
        connectTimeout: CONNECT_MS,
        requestTimeout: REQUEST_MS,
        // What is done again, and when, is decided in one place.
        maxRetriesOnTransientErrors: 0,
        ...(played && {
            cryptoCredentialsDetails: { ca: played.ca },
            connector: async () => connectTo(played.port, "127.0.0.1"),
        }),
    },
});

type Refusal = (numbers: readonly number[], said: Error, obstacle: Obstacle) => SqlError;

function connected(connection: Connection, refusal: Refusal): Promise<void> {
    const numbers: number[] = [];
    const told: string[] = [];
    const note = ({ number, message }: { readonly number: number; readonly message: string }) => {
        numbers.push(number);
        told.push(message);
    };
    connection.on("errorMessage", note);
    // A session that ends unasked is told by the request that it answers, or by the next.
    connection.on("error", () => undefined);
    return new Promise((resolve, reject) => {
        connection.connect((error) => {
            connection.off("errorMessage", note);
            if (error === undefined) {
                resolve();
            } else {
                connection.close();
                const obstacle = isAboutCertificate(error) ? "not-trusted" : "no-session";
                reject(refusal(numbers, told.length === 0 ? error : new Error(told.join(" ")), obstacle));
            }
        });
    });
}

/** Codes of Node.js for a certificate that is not trusted ("X509 certificate error codes", "ERR_TLS_CERT_ALTNAME_INVALID"). */
const isAboutCertificate = ({ cause }: Error): boolean =>
    /CERT|SIGNATURE/.test(String((cause as NodeJS.ErrnoException | undefined)?.code));

type Done = (error: Error | null | undefined) => void;

function answered(send: (done: Done) => Request): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
        const rows: Row[] = [];
        const request = send((error) => (error ? reject(error) : resolve(rows)));
        request.on("row", (columns: readonly { metadata: { colName: string }; value: unknown }[]) =>
            rows.push(Object.fromEntries(columns.map(({ metadata, value }) => [metadata.colName, value]))),
        );
    });
}

const each = (error: Error): readonly Error[] => (error instanceof AggregateError ? error.errors : [error]);

const numbersOf = (error: Error): readonly number[] =>
    each(error).flatMap(({ number }: Error & { number?: number }) => (number === undefined ? [] : [number]));

const worded = (error: Error): Error =>
    new Error(
        each(error)
            .map(({ message }) => message)
            .join(" "),
    );
