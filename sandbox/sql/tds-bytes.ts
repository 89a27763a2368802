/** What a message of TDS says, read from its beginning (MS-TDS). Numbers are little-endian, texts UCS-2. */
export class TdsBytes {
    constructor(
        private readonly bytes: Buffer,
        private at = 0,
    ) {}

    get ended(): boolean {
        return this.at >= this.bytes.length;
    }

    skip(length: number): void {
        this.at += length;
    }

    uint8(): number {
        return this.bytes.readUInt8(this.moved(1));
    }

    uint16(): number {
        return this.bytes.readUInt16LE(this.moved(2));
    }

    uint32(): number {
        return this.bytes.readUInt32LE(this.moved(4));
    }

    take(length: number): Buffer {
        const from = this.moved(length);
        return this.bytes.subarray(from, from + length);
    }

    /** A text of a number of characters. */
    text(length: number): string {
        return this.take(length * 2).toString("ucs2");
    }

    private moved(length: number): number {
        const from = this.at;
        this.at += length;
        if (this.at > this.bytes.length) {
            throw new RangeError("A message of TDS ends too early.");
        }
        return from;
    }
}

export const uint16 = (number: number): Buffer => {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16LE(number);
    return bytes;
};

export const int32 = (number: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(number);
    return bytes;
};

export const ucs2 = (text: string): Buffer => Buffer.from(text, "ucs2");

/** B_VARCHAR: a text of at most 255 characters behind their number. */
export const shortText = (text: string): Buffer =>
    Buffer.concat([Buffer.from([Math.min(text.length, 255)]), ucs2(text.slice(0, 255))]);

/** US_VARCHAR: a text behind the number of its characters. */
export const longText = (text: string): Buffer => Buffer.concat([uint16(text.length), ucs2(text)]);
