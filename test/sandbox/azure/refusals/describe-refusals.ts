import type { Refusal } from "../../../../sandbox/azure/refusal";
import type { Environment } from "../../../../stacks/settings/environments";
import { type Asked, PlayedStreet } from "./played-street";

/** What shows a refusal, in an environment that is up. */
export interface Example {
    /** What must have happened before, besides the environment. */
    readonly given?: readonly (Asked | ((street: PlayedStreet) => Asked))[];
    readonly refused: Asked | ((street: PlayedStreet) => Asked);
    /** As near to it as can be, and allowed. */
    readonly allowed: Asked | ((street: PlayedStreet) => Asked);
    /** What stands in Azure's message. */
    readonly message?: string;
}

/** A test for each row of a topic: its example is refused by that row, and the neighbour by none. */
export function describeRefusals(
    topic: string,
    rows: readonly Refusal[],
    examples: Readonly<Record<string, Example>>,
    environment: Environment = "test",
    refusals?: readonly Refusal[],
): void {
    describe(`the played Azure on ${topic}`, () => {
        let up: PlayedStreet;

        beforeAll(async () => {
            up = await PlayedStreet.of(environment, refusals);
        });

        it("has an example for each of its refusals", () => {
            expect(Object.keys(examples).sort()).toEqual(rows.map(({ id }) => id).sort());
        });

        it.each(rows.map(({ id, title }) => ({ id, title })))("$id: $title", async ({ id }) => {
            const { given = [], refused, allowed, message = "" } = examples[id] as Example;
            const prepared = async () => {
                const street = up.copy();
                for (const step of given) {
                    await street.ask(asked(step, street));
                }
                return street;
            };
            const street = await prepared();
            const answer = street.refusalOf(asked(refused, street));
            expect(answer).toMatchObject({ id, answer: { message: expect.stringContaining(message) } });
            const other = await prepared();
            expect(other.refusalOf(asked(allowed, other))).toBeUndefined();
        });
    });
}

const asked = (step: Asked | ((street: PlayedStreet) => Asked), street: PlayedStreet): Asked =>
    typeof step === "function" ? step(street) : step;
