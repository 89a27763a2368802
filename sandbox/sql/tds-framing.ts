import type { Duplex } from "node:stream";
import Debug from "tedious/lib/debug";
import IncomingMessageStream from "tedious/lib/incoming-message-stream";
import Message from "tedious/lib/message";
import OutgoingMessageStream from "tedious/lib/outgoing-message-stream";
import PreloginPayload from "tedious/lib/prelogin-payload";

const REPLY = 0x04;
const PACKET = 4096;

/** Answers one message; undefined where the connection breaks instead. */
export type AnswerMessage = (type: number, payload: Buffer) => Promise<Buffer | undefined>;

/** Cuts what comes over a connection into messages and answers them one after another. What frames them is tedious' own. */
export function converse(socket: Duplex, answer: AnswerMessage): void {
    const incoming = new IncomingMessageStream(new Debug());
    const outgoing = new OutgoingMessageStream(new Debug(), { packetSize: PACKET });
    const hangUp = () => void socket.destroy();
    incoming.on("error", hangUp);
    outgoing.on("error", hangUp);
    outgoing.pipe(socket);
    let earlier = Promise.resolve();
    incoming.on("data", (message: Message) => {
        const chunks: Buffer[] = [];
        message.on("data", (chunk: Buffer) => void chunks.push(chunk));
        message.on("end", () => {
            earlier = earlier
                .then(() => answer(message.type, Buffer.concat(chunks)))
                .then((reply) => (reply === undefined ? hangUp() : send(outgoing, reply)))
                .catch(hangUp);
        });
    });
    socket.pipe(incoming);
}

function send(outgoing: OutgoingMessageStream, reply: Buffer): void {
    const message = new Message({ type: REPLY });
    outgoing.write(message);
    message.end(reply);
}

/** The answer to PRELOGIN: version 16, and nothing of encryption, since TLS is there already. */
export const preloginAnswer = (): Buffer =>
    new PreloginPayload({ encrypt: false, version: { major: 16, minor: 0, build: 1, subbuild: 0 } }).data;
