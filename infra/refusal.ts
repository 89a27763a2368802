import { RunError } from "@pulumi/pulumi";

/**
 * What a component says when it is asked for something that it must not build: where, what was found, what is allowed, what to do.
 * Pulumi shows such an error without a stack trace.
 */
export class Refusal extends RunError {
    override readonly name = "Refusal";
}
