import { TdsBytes } from "./tds-bytes";

/** What somebody says who logs in. */
export interface Login {
    /** The host name that was asked for. */
    readonly host: string;
    readonly database: string;
    /** The access token; undefined where another way of logging in was chosen. */
    readonly token?: string;
}

/** Where the fixed part has offset and length of a text (MS-TDS 2.2.6.4). */
const SERVER_NAME = 52;
const EXTENSION = 56;
const DATABASE = 68;
const FEDERATED = 0x02;
const TERMINATOR = 0xff;
/** `bFedAuthLibrary` of a security token: its upper seven bits. */
const SECURITY_TOKEN = 0x01;

/** Reads LOGIN7. */
export function readLogin(payload: Buffer): Login {
    const text = (field: number) => {
        const place = new TdsBytes(payload, field);
        return new TdsBytes(payload, place.uint16()).text(place.uint16());
    };
    return { host: text(SERVER_NAME), database: text(DATABASE), token: tokenIn(payload) };
}

function tokenIn(payload: Buffer): string | undefined {
    const offset = new TdsBytes(payload, new TdsBytes(payload, EXTENSION).uint16()).uint32();
    const features = new TdsBytes(payload, offset);
    for (let feature = features.uint8(); feature !== TERMINATOR; feature = features.uint8()) {
        const data = new TdsBytes(features.take(features.uint32()));
        if (feature === FEDERATED && data.uint8() >> 1 === SECURITY_TOKEN) {
            return data.take(data.uint32()).toString("ucs2");
        }
    }
    return undefined;
}
