import { stateResources } from "./state-resources";
import type { Street } from "./street";

/** The outputs of stacks as their last operation left them, by stack; none of a stack that was never brought up. */
export const stackOutputs = (
    street: Street,
    stacks: readonly string[],
): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
    Object.fromEntries(
        stacks.map((stack) => {
            const root = stateResources(street, stack).find(({ type }) => type === "pulumi:pulumi:Stack");
            return [stack, root?.outputs ?? {}];
        }),
    );
