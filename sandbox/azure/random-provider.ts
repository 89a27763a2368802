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
import { RANDOM_TYPES } from "./random-types";
import type { Props } from "./wire";

/** random 4.21.2: what it makes is really random, and stays as it is until an input changes. */
export class RandomProvider implements Provider {
    readonly version = "4.21.2";

    configure(): void {}

    async check({ type, news }: CheckRequest): Promise<CheckAnswer> {
        const kind = RANDOM_TYPES[type];
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
        const kind = RANDOM_TYPES[type];
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
    `the sandbox does not know '${type}'; of random it knows ${Object.keys(RANDOM_TYPES)
        .map((known) => known.split(":").at(-1))
        .join(", ")}`;
