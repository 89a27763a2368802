import { show } from "./show";
import { closest } from "./suggest";

/** The environments in the order in which a release passes them: ontwikkeling, test, acceptatie, productie (OTAP). */
export const ENVIRONMENTS = ["ontwikkeling", "test", "acceptatie", "productie"] as const;

export type Environment = (typeof ENVIRONMENTS)[number];

export const isEnvironment = (name: string): name is Environment => (ENVIRONMENTS as readonly string[]).includes(name);

/** The environment that a release must have passed before; `undefined` for the first. */
export const predecessorOf = (environment: Environment): Environment | undefined =>
    ENVIRONMENTS[ENVIRONMENTS.indexOf(environment) - 1];

/** The file with an environment's settings, relative to the root of the project. */
export const settingsFileOf = (environment: Environment): string => `Pulumi.${environment}.yaml`;

/** A name that is none of the four. */
export class UnknownEnvironmentError extends Error {
    override readonly name = "UnknownEnvironmentError";
    /** Pulumi shows an error that is marked so without a stack. */
    readonly __pulumiRunError = true;

    constructor(found: string) {
        const near = closest(found, ENVIRONMENTS);
        const remedy = near ? `did you mean '${near}'? ` : "";
        super(`${show(found)} is not an environment; ${remedy}There are ${ENVIRONMENTS.join(", ")}`);
    }
}

/**
 * The environment of a stack: its own name, or the part before `-klanten-<nn>` for the stack of a further shard.
 *
 * @throws UnknownEnvironmentError for any other name.
 */
export function environmentOf(stackName: string): Environment {
    const name = /^([a-z]+)-klanten-\d{2}$/.exec(stackName)?.[1] ?? stackName;
    if (!isEnvironment(name)) {
        throw new UnknownEnvironmentError(stackName);
    }
    return name;
}
