import { SUBNET } from "./azure-types";
import { unguarded } from "./marks";
import type { Props, ResourceView } from "./model";
import { list, text } from "./show";

/** A subnet, whether it stands in its network or beside it. */
export interface SubnetView {
    readonly name: string;
    readonly props: Props;
    /** An input as it was given, which may be a mark. */
    given(property: string): unknown;
}

/** The subnet that a resource is, or those that a network holds. */
export function subnetsOf(resource: ResourceView): readonly SubnetView[] {
    if (resource.type === SUBNET) {
        const name = text(resource.inputs.subnetName) || text(resource.inputs.name) || resource.name;
        return [{ name, props: resource.props, given: (property) => unguarded(resource.inputs, property) }];
    }
    return list(resource.props.subnets).map((props) => ({
        name: text(props?.name),
        props: props ?? {},
        given: (property) => unguarded(props, property),
    }));
}

/** Azure's own machines stand in these: it refuses a security group on them, and nobody puts a private endpoint there. */
export const isGatewaySubnet = (name: string): boolean => GATEWAY_SUBNETS.has(name.toLowerCase());

const GATEWAY_SUBNETS: ReadonlySet<string> = new Set([
    "azurefirewallmanagementsubnet",
    "azurefirewallsubnet",
    "gatewaysubnet",
    "routeserversubnet",
]);
