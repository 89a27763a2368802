import rpc = require("@pulumi/pulumi/runtime/rpc");

type Props = Readonly<Record<string, unknown>>;
type Dependencies = ReadonlyMap<string, ReadonlySet<unknown>>;
type Serialize = (label: string, props: Props, options: unknown) => Promise<readonly [Props, Dependencies]>;

/**
 * The SDK waits for each input of each resource, also for the dozens that azure-native knows and nobody gave, and for each text inside
 * of one, and then asks once more for each what it depends on. While a body runs, only what may hold an output goes that way: what is
 * plain is its own wire form and depends on nothing.
 */
export async function withPlainInputs(body: () => Promise<void>): Promise<void> {
    const sdk = rpc as unknown as { serializeResourceProperties: Serialize };
    const { serializeResourceProperties } = sdk;
    sdk.serializeResourceProperties = async (label, props, options) => {
        const plain: Record<string, unknown> = {};
        const others: Record<string, unknown> = {};
        for (const [key, value] of Object.entries(props)) {
            if (value !== undefined && key !== "id" && key !== "urn") {
                const into = isPlain(value) ? plain : others;
                into[key] = value;
            }
        }
        const [serialized, dependencies] = await serializeResourceProperties(label, others, options);
        return [{ ...plain, ...serialized }, new Map([...dependencies].filter(([, found]) => found.size > 0))];
    };
    try {
        await body();
    } finally {
        sdk.serializeResourceProperties = serializeResourceProperties;
    }
}

/** True for what stands in a request as it is. An object with an absent member is none: the SDK leaves the member out. */
function isPlain(value: unknown): boolean {
    if (typeof value !== "object" || value === null) {
        return typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null;
    }
    if (Array.isArray(value)) {
        return value.every(isPlain);
    }
    return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}
