import rpc = require("@pulumi/pulumi/runtime/rpc");

/** What the SDK calls when it knows a property: its value, whether that is known and secret, what it depends on; or an error. */
type Resolver = (...known: readonly unknown[]) => void;

type Props = Readonly<Record<string, unknown>>;
type Transfer = (onto: object, label: string, props: Props) => Record<string, Resolver>;

/** Where a resolver is told of an error. */
const ERROR = 4;

/**
 * The SDK makes an output of nine promises for each property of each resource, and azure-native's have dozens that no program reads.
 * While a body runs, an output is made when somebody first asks for it: that is a third of the time of a large program.
 */
export async function withLazyProperties(body: () => Promise<void>): Promise<void> {
    const sdk = rpc as unknown as { transferProperties: Transfer };
    const { transferProperties } = sdk;
    sdk.transferProperties = (onto, label, props) =>
        Object.fromEntries(
            Object.keys(props)
                // Those two the SDK makes elsewhere.
                .filter((key) => key !== "id" && key !== "urn")
                .map((key) => [
                    key,
                    lazyProperty(onto, key, (at) => transferProperties(at, label, { [key]: props[key] })),
                ]),
        );
    try {
        await body();
    } finally {
        sdk.transferProperties = transferProperties;
    }
}

function lazyProperty(onto: object, key: string, transfer: (onto: object) => Record<string, Resolver>): Resolver {
    if (Object.hasOwn(onto, key)) {
        // The SDK says itself what is wrong.
        return transfer(onto)[key] as Resolver;
    }
    let resolver: Resolver | undefined;
    let known: readonly unknown[] | undefined;
    const make = (): void => {
        Reflect.deleteProperty(onto, key);
        resolver = transfer(onto)[key];
        if (known !== undefined) {
            resolver?.(...known);
        }
    };
    Object.defineProperty(onto, key, {
        configurable: true,
        enumerable: true,
        get: () => {
            make();
            return (onto as Props)[key];
        },
    });
    return (...told) => {
        known = told;
        if (resolver !== undefined) {
            resolver(...told);
        } else if (told[ERROR] !== undefined) {
            // An error is heard whether or not anybody reads the property.
            make();
        }
    };
}
