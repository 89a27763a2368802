import { randomBytes, randomInt } from "node:crypto";
import { v4 as uuidv4 } from "uuid";
import { diffInputs } from "./diff-inputs";
import type {
    CheckAnswer,
    CheckRequest,
    CreateRequest,
    Deployed,
    DiffAnswer,
    DiffRequest,
    Provider,
    ReadAnswer,
    ReadRequest,
    UpdateRequest,
} from "./provider";
import { randomText } from "./random-text";
import { type Props, secret } from "./wire";

/** How the values of a type are made. */
interface RandomType {
    /** Outputs for inputs that are left out. */
    readonly defaults: Props;
    make(inputs: Props): { readonly id: string; readonly outputs: Props };
}

const TEXT_DEFAULTS: Props = {
    lower: true,
    minLower: 0,
    minNumeric: 0,
    minSpecial: 0,
    minUpper: 0,
    number: true,
    numeric: true,
    special: true,
    upper: true,
};

const TYPES: Readonly<Record<string, RandomType>> = {
    "random:index/randomId:RandomId": {
        defaults: {},
        make: ({ byteLength, prefix = "" }) => {
            const bytes = randomBytes(Number(byteLength));
            const id = bytes.toString("base64url");
            const hex = bytes.toString("hex");
            return {
                id,
                outputs: {
                    b64Std: `${prefix}${bytes.toString("base64")}`,
                    b64Url: `${prefix}${id}`,
                    dec: `${prefix}${BigInt(`0x${hex}`)}`,
                    hex: `${prefix}${hex}`,
                },
            };
        },
    },
    "random:index/randomInteger:RandomInteger": {
        defaults: {},
        make: ({ min, max }) => {
            const result = randomInt(Number(min), Number(max) + 1);
            return { id: String(result), outputs: { result } };
        },
    },
    "random:index/randomPassword:RandomPassword": {
        defaults: TEXT_DEFAULTS,
        make: (inputs) => ({ id: "none", outputs: { result: secret(randomText(inputs)) } }),
    },
    "random:index/randomString:RandomString": {
        defaults: TEXT_DEFAULTS,
        make: (inputs) => {
            const result = randomText(inputs);
            return { id: result, outputs: { result } };
        },
    },
    "random:index/randomUuid:RandomUuid": {
        defaults: {},
        make: () => {
            const result = uuidv4();
            return { id: result, outputs: { result } };
        },
    },
};

/** random 4.21.2: what it makes is really random, and stays as it is until an input changes. */
export class RandomProvider implements Provider {
    readonly version = "4.21.2";

    configure(): void {}

    async check({ type, news }: CheckRequest): Promise<CheckAnswer> {
        const kind = TYPES[type];
        return kind === undefined
            ? { inputs: news, failures: [{ property: "", reason: unknownType(type) }] }
            : { inputs: news, failures: [] };
    }

    /** Every input is part of what was made: another value is another resource. It has no name in the cloud, so it is made first. */
    async diff({ oldInputs, news }: DiffRequest): Promise<DiffAnswer> {
        const all = new Set([...Object.keys(oldInputs), ...Object.keys(news)]);
        return { ...diffInputs(oldInputs, news, all), deleteBeforeReplace: false };
    }

    async create({ type, inputs, preview }: CreateRequest): Promise<Deployed> {
        const kind = TYPES[type];
        if (kind === undefined) {
            throw new Error(unknownType(type));
        }
        if (preview) {
            return { id: "", outputs: { ...kind.defaults, ...inputs } };
        }
        const { id, outputs } = kind.make(inputs);
        return { id, outputs: { ...kind.defaults, ...inputs, ...outputs } };
    }

    async read({ id, inputs = {}, outputs }: ReadRequest): Promise<ReadAnswer> {
        return { id, inputs, outputs };
    }

    async update({ oldOutputs, news }: UpdateRequest): Promise<Props> {
        return { ...oldOutputs, ...news };
    }

    async delete(): Promise<void> {}

    async invoke(_session: string, token: string): Promise<Props> {
        throw new Error(`random has no function '${token}'`);
    }
}

const unknownType = (type: string): string =>
    `the sandbox does not know '${type}'; of random it knows ${Object.keys(TYPES)
        .map((known) => known.split(":").at(-1))
        .join(", ")}`;
