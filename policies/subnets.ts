import { SUBNET } from "./azure-types";
import { isObject } from "./marks";
import type { Props, ResourceView } from "./model";
import { list, text } from "./show";

/** A subnet, whether it stands in its network or beside it. */
export interface SubnetView {
    readonly name: string;
    readonly props: Props;
    has(property: string): boolean;
}

/** The subnet that a resource is, or those that a network holds. */
export function subnetsOf(resource: ResourceView): readonly SubnetView[] {
    if (resource.type === SUBNET) {
        const name = text(resource.inputs.subnetName) || text(resource.inputs.name) || resource.name;
        return [{ name, props: resource.props, has: (property) => resource.has(property) }];
    }
    const given = resource.inputs.subnets;
    return list(resource.props.subnets).map((props, index) => {
        const subnet: unknown = Array.isArray(given) ? given[index] : undefined;
        const has = (property: string) =>
            isObject(subnet) && subnet[property] !== undefined && subnet[property] !== null;
        return { name: text(props?.name), props: props ?? {}, has };
    });
}
