/** An id of Azure Resource Manager in its parts, all in lower case since Azure compares without case. */
export interface ResourceId {
    /** `undefined` in the id of something outside subscriptions. */
    readonly subscription: string | undefined;
    readonly group: string | undefined;
    /** Namespace and types along the path, `microsoft.sql/servers/databases`; empty for a subscription or a group. */
    readonly armType: string;
    /** Names along the path: of a database its server's and its own. */
    readonly names: readonly string[];
}

/** `undefined` for text that is not an id. */
export function parseResourceId(text: string): ResourceId | undefined {
    const parts = text
        .toLowerCase()
        .split("/")
        .filter((part) => part !== "");
    if (parts[0] !== "subscriptions" && !text.startsWith("/")) {
        return undefined;
    }
    const at = parts.indexOf("providers");
    const [namespace = "", ...path] = at < 0 ? [] : parts.slice(at + 1);
    const types = path.filter((_, index) => index % 2 === 0);
    const outside = at < 0 ? parts : parts.slice(0, at);
    return {
        subscription: after("subscriptions", outside),
        group: after("resourcegroups", outside),
        // What extends a resource has a second `providers` in its path, and so the type of nothing that it extends.
        armType: [namespace, ...types].join("/"),
        names: path.filter((_, index) => index % 2 === 1),
    };
}

function after(word: string, parts: readonly string[]): string | undefined {
    const at = parts.indexOf(word);
    return at < 0 ? undefined : parts[at + 1];
}

/** True for the id of a subscription, a management group, or everything. */
export const isWiderThanGroup = ({ armType, group }: ResourceId): boolean =>
    group === undefined && (armType === "" || armType.startsWith("microsoft.management/managementgroups"));

/** True for the id of a resource group itself. */
export const isGroup = ({ armType, group }: ResourceId): boolean => group !== undefined && armType === "";
