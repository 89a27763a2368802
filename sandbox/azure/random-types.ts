import { randomBytes, randomInt } from "node:crypto";
import { v4 as uuidv4 } from "uuid";
import { randomText, shuffled } from "./random-text";
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

const ANIMALS = ["badger", "curlew", "heron", "lapwing", "marten", "otter", "plover", "stoat"];
const ADJECTIVES = ["brisk", "calm", "eager", "gentle", "keen", "lively", "merry", "quiet"];
const ADVERBS = ["early", "fairly", "gladly", "mildly", "nearly", "openly", "rarely", "truly"];

const oneOf = (words: readonly string[]): string => words[randomInt(words.length)] ?? "";

/** What random makes, by type token. Identifiers of pets, shuffles and bytes, and how words follow on each other, are unverified. */
export const RANDOM_TYPES: Readonly<Record<string, RandomType>> = {
    "random:index/randomBytes:RandomBytes": {
        defaults: {},
        make: ({ length }) => {
            const bytes = randomBytes(Number(length));
            return {
                id: "none",
                outputs: { base64: secret(bytes.toString("base64")), hex: secret(bytes.toString("hex")) },
            };
        },
    },
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
    "random:index/randomPet:RandomPet": {
        defaults: { length: 2, separator: "-" },
        make: ({ length = 2, separator = "-", prefix }) => {
            const words = Array.from({ length: Math.max(0, Number(length) - 2) }, () => oneOf(ADVERBS));
            const named = [...words, oneOf(ADJECTIVES), oneOf(ANIMALS)].slice(-Number(length));
            const parts = typeof prefix === "string" ? [prefix, ...named] : named;
            return { id: parts.join(String(separator)), outputs: {} };
        },
    },
    "random:index/randomShuffle:RandomShuffle": {
        defaults: {},
        make: ({ inputs, resultCount }) => {
            const items = Array.isArray(inputs) ? (inputs as readonly unknown[]) : [];
            const count = items.length === 0 ? 0 : Number(resultCount ?? items.length);
            const rounds = Array.from({ length: Math.ceil(count / items.length) || 0 }, () => shuffled(items));
            return { id: "-", outputs: { results: rounds.flat().slice(0, count) } };
        },
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
