import type { AddressInfo } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import type { Certificate } from "./certificate";

/** One connection, after TLS. */
export interface TdsPeer {
    /** @returns the answer; undefined where the connection breaks instead */
    answer(type: number, payload: Buffer): Promise<Buffer | undefined>;
    /** It is gone. */
    gone(): void;
}

export interface TdsServer {
    readonly port: number;
    stop(): Promise<void>;
}

/** Types of messages (MS-TDS 2.2.3.1.1). */
export const SQL_BATCH = 0x01;
export const REMOTE_CALL = 0x03;
export const ATTENTION = 0x06;
export const LOGIN = 0x10;
export const PRELOGIN = 0x12;

/** Listens for TDS 8.0: TLS first, and TDS in it. */
export async function tdsServer({ key, cert }: Certificate, meet: () => TdsPeer): Promise<TdsServer> {
    const sockets = new Set<TLSSocket>();
    const server = createServer({ key, cert, ALPNProtocols: ["tds/8.0"] }, (socket) => {
        sockets.add(socket);
        const peer = meet();
        socket.on("error", () => {});
        socket.on("close", () => {
            sockets.delete(socket);
            peer.gone();
        });
        // Loaded when somebody comes: most who start a sandbox ask nothing of a database.
        const { converse } = require("./tds-framing") as typeof import("./tds-framing");
        converse(socket, (type, payload) => peer.answer(type, payload));
    });
    // Who only knocks, or speaks no TLS.
    server.on("tlsClientError", () => {});
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    return {
        port: (server.address() as AddressInfo).port,
        stop: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                sockets.forEach((socket) => void socket.destroy());
            }),
    };
}
