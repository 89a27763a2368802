import { createRequire } from "node:module";

interface StructClass {
    new (): object;
    fromJavaScript(fields: object): object;
}

/** The SDK's own, since only its class counts: another one of a bundle would be patched in vain. */
const { Struct } = createRequire(require.resolve("@pulumi/pulumi"))("google-protobuf/google/protobuf/struct_pb.js") as {
    readonly Struct: StructClass;
};

/**
 * The SDK packs all inputs into messages, value by value, for the wire, and here the other end would unpack them at once. While a body
 * runs, a packed object is the object.
 */
export async function withUnpackedStructs(body: () => Promise<void>): Promise<void> {
    const { fromJavaScript } = Struct;
    Struct.fromJavaScript = (fields) => Object.assign(new Struct(), { toJavaScript: () => fields });
    try {
        await body();
    } finally {
        Struct.fromJavaScript = fromJavaScript;
    }
}
