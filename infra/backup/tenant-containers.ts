import { Refusal } from "../refusal";

/** Azure's rule for containers: lower case letters, digits and single hyphens between them. */
const CONTAINER_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_NAME = 63;

/**
 * The container of each tenant, `documents-<tenant id>`, sorted by name.
 *
 * @throws Refusal when an id appears twice or cannot be in a container's name, naming all of them.
 */
export function tenantContainers(tenants: readonly { readonly id: string }[]): readonly string[] {
    const names = tenants.map(({ id }) => `documents-${id}`).sort();
    const mistakes = names.flatMap((name, index) => [
        ...(name === names[index - 1] ? [`container '${name}' is named twice; give each tenant its own id`] : []),
        ...(CONTAINER_NAME.test(name) && name.length <= LONGEST_NAME
            ? []
            : [`'${name}' cannot be a container; a tenant id has lower case letters, digits and single hyphens`]),
    ]);
    if (mistakes.length > 0) {
        throw new Refusal(mistakes.join("; "));
    }
    return names;
}
