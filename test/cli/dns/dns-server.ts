import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { type Answer, decode, encode, type Packet } from "dns-packet";

/** Records by type and name, such as `{ "CNAME www.figlo.example": [...] }`; an empty list is a name without such a record. */
export type Zone = Readonly<Record<string, readonly string[]>>;

const NXDOMAIN = 3;
const SERVFAIL = 2;

/** A DNS server on the loopback that knows a zone, and nothing else. Names under `broken.` make it fail. */
export class DnsServer {
    private constructor(
        private readonly socket: Socket,
        /** Address and port. */
        readonly address: string,
    ) {}

    static async start(zone: Zone): Promise<DnsServer> {
        const socket = createSocket("udp4");
        socket.on("message", (message, { port, address }) => {
            socket.send(encode(reply(decode(message), zone)), port, address);
        });
        socket.bind(0, "127.0.0.1");
        await once(socket, "listening");
        return new DnsServer(socket, `127.0.0.1:${socket.address().port}`);
    }

    async stop(): Promise<void> {
        this.socket.close();
        await once(this.socket, "close");
    }
}

function reply({ id, questions = [] }: Packet, zone: Zone): Packet {
    const [question] = questions;
    const name = question?.name ?? "";
    const answers = (zone[`${question?.type} ${name}`] ?? []).map((text) => record(name, question?.type ?? "", text));
    const exists = Object.keys(zone).some((key) => key.endsWith(` ${name}`));
    const code = name.includes("broken.") ? SERVFAIL : exists ? 0 : NXDOMAIN;
    // The code of an answer is the low end of its flags.
    return { id: id ?? 0, type: "response", flags: code, questions, answers };
}

function record(name: string, type: string, text: string): Answer {
    switch (type) {
        case "CNAME":
            return { name, type, data: text };
        case "TXT":
            return { name, type, data: text.match(/.{1,255}/g) ?? [""] };
        default: {
            const [tag = "issue", value = ""] = text.split(" ");
            return { name, type: "CAA", data: { flags: 0, tag: tag as "issue", value } };
        }
    }
}
