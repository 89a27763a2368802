/**
 * A sentence for whoever runs the engine. Pulumi's process of dynamic resources prints the stack of what a provider throws
 * (cmd/dynamic-provider/index.js, `read` and `delete`), so that this one has none.
 */
export class PlainError extends Error {
    override readonly name = "PlainError";
    override readonly stack = "";
}
