import { isObject } from "./marks";
import type { Props, ResourceView, StackView } from "./model";
import { text } from "./show";

/** What makes a template for a whole subscription: it writes also what a subscription has from the start. */
export const SUBSCRIPTION_TEMPLATE = "azure-native:resources:DeploymentAtSubscriptionScope";

/** An object that a subscription has once, of a class of its own or out of a template. */
export interface SubscriptionObject {
    /** The resource that writes it. */
    readonly by: ResourceView;
    readonly name: string;
    /** As ARM calls them; azure-native has the same names one level higher. */
    readonly properties: Props;
}

/** The objects of an ARM type in the templates of a stack. */
export const objectsInTemplates = (armType: string, stack: StackView): readonly SubscriptionObject[] =>
    stack.ofType(SUBSCRIPTION_TEMPLATE).flatMap((template) => objectsInTemplate(armType, template));

/** Those of one template. What has a condition may not be written, and does not count. */
export function objectsInTemplate(armType: string, by: ResourceView): readonly SubscriptionObject[] {
    const resources: unknown = by.props.properties?.template?.resources;
    const each = isObject(resources) || Array.isArray(resources) ? Object.values(resources) : [];
    return each
        .filter(isObject)
        .filter(
            ({ type, condition }) =>
                text(type).toLowerCase() === armType && (condition === undefined || condition === true),
        )
        .map(({ name, properties }) => ({ by, name: text(name), properties: isObject(properties) ? properties : {} }));
}
