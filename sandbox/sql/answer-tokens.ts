import { COLLATION, resultTokens } from "./result-tokens";
import type { StatementAnswer } from "./session";
import type { SqlError } from "./sql-error";
import { int32, longText, shortText, uint16 } from "./tds-bytes";

/** Bits of the status of a DONE token (MS-TDS 2.2.7.6). */
const MORE = 0x01;
const ERROR = 0x02;
const COUNT = 0x10;

/** A kind of ENVCHANGE (MS-TDS 2.2.7.9): without it a client sends no varchar. */
const SQL_COLLATION = 7;

/** Who is told as the one that answers. */
const PROGRAM = "Microsoft SQL Server";
const TDS_7_4 = [0x74, 0, 0, 4];
const VERSION = [16, 0, 0x10, 0];

const token = (type: number, ...body: readonly Buffer[]): Buffer => {
    const whole = Buffer.concat(body);
    return Buffer.concat([Buffer.from([type]), uint16(whole.length), whole]);
};

/** What a login is answered that succeeded: the collation of texts, who answers, that the token was taken, and the end. */
export const loginTokens = (): Buffer =>
    Buffer.concat([
        token(0xe3, Buffer.from([SQL_COLLATION, COLLATION.length]), COLLATION, Buffer.from([0])),
        token(0xad, Buffer.from([1, ...TDS_7_4]), shortText(PROGRAM), Buffer.from(VERSION)),
        Buffer.from([0xae, 0x02, 0, 0, 0, 0, 0xff]),
        done(0xfd, 0),
    ]);

/** What is answered where nothing but errors is to be said. */
export const errorTokens = (server: string, errors: readonly SqlError[]): Buffer =>
    Buffer.concat([...errors.map((error) => errorToken(server, error)), done(0xfd, ERROR)]);

/** The answer to a batch: each statement with its rows or its error. */
export function batchTokens(server: string, answers: readonly StatementAnswer[]): Buffer {
    const parts = answers.map((answer, index) => statementTokens(server, answer, 0xfd, index < answers.length - 1));
    return Buffer.concat(parts.length > 0 ? parts : [done(0xfd, 0)]);
}

/** The answer to the call of a procedure: its statements, what it returns, and its end. */
export function callTokens(server: string, answers: readonly StatementAnswer[]): Buffer {
    const failed = answers.find(({ error }) => error !== undefined)?.error;
    return Buffer.concat([
        ...answers.map((answer) => statementTokens(server, answer, 0xff, true)),
        Buffer.concat([Buffer.from([0x79]), int32(failed?.number ?? 0)]),
        done(0xfe, failed === undefined ? 0 : ERROR),
    ]);
}

function statementTokens(server: string, { result, error }: StatementAnswer, end: number, more: boolean): Buffer {
    const status = more ? MORE : 0;
    if (error !== undefined) {
        return Buffer.concat([errorToken(server, error), done(end, status | ERROR)]);
    }
    return result === undefined
        ? done(end, status)
        : Buffer.concat([resultTokens(result), done(end, status | COUNT, result.rows.length)]);
}

const errorToken = (server: string, { number, severity, message }: SqlError): Buffer =>
    token(
        0xaa,
        int32(number),
        Buffer.from([1, severity]),
        longText(message),
        shortText(server),
        shortText(""),
        int32(1),
    );

function done(type: number, status: number, rows = 0): Buffer {
    const bytes = Buffer.alloc(13);
    bytes[0] = type;
    bytes.writeUInt16LE(status, 1);
    bytes.writeBigUInt64LE(BigInt(rows), 5);
    return bytes;
}

/** That what was under way is ended, as the client asked. */
export const attentionTokens = (): Buffer => done(0xfd, 0x20);
