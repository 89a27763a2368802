import { stackRule } from "../rule";
import { found } from "../show";

/** A whole subscription or more: a resource group is as wide as a right may be. */
const WIDE = /^\/?(subscriptions\/[^/]+\/?)?$|\/managementgroups\//i;

/** A scope made from a resource of the stack is that resource's, or narrower. */
export const rbacNarrowScope = stackRule(["azure-native:authorization:RoleAssignment"], (assignment, report) => {
    if (assignment.dependenciesOf("scope").some(({ type }) => type.startsWith("azure-native:"))) {
        return;
    }
    const { scope } = assignment.props;
    if (typeof scope !== "string" || WIDE.test(scope)) {
        report(found("scope", scope));
    }
});
