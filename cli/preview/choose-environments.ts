import { ENVIRONMENTS, type Environment } from "../../stacks/settings/environments";
import { WrongUse } from "../wrong-use";

/**
 * The environments that a user named, in OTAP order; all four where none was named.
 *
 * @throws WrongUse naming every unknown one, and the four that exist.
 */
export function chooseEnvironments(names: readonly string[]): readonly Environment[] {
    const unknown = names.filter((name) => !isEnvironment(name));
    if (unknown.length > 0) {
        const found = unknown.map((name) => `'${name}'`).join(", ");
        throw new WrongUse(`${found}: no such environment; choose from ${ENVIRONMENTS.join(", ")}`);
    }
    return ENVIRONMENTS.filter((environment) => names.length === 0 || names.includes(environment));
}

/** The one environment that a user named. */
export function chooseEnvironment(name: string): Environment {
    const [environment] = chooseEnvironments([name]);
    return environment as Environment;
}

const isEnvironment = (name: string): name is Environment => ENVIRONMENTS.some((environment) => environment === name);
