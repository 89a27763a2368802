import type { Colors } from "picocolors/types";
import type { PlanResource } from "../plan/plan";

const STACK = "pulumi:pulumi:Stack";

interface Node {
    readonly resource: PlanResource;
    readonly children: readonly Node[];
}

/** Every resource under its parent, in the order of their names; its kind where the line has room for it. */
export function fullTree(resources: readonly PlanResource[], columns: number, colours: Colors): string {
    return draw(treeOf(resources), ({ resource: { name, type } }, margin) => {
        const kind = shortType(type);
        return margin + name.length + 2 + kind.length <= columns ? `${name}  ${colours.dim(kind)}` : name;
    });
}

/** `azure-native:sql:Server` is `sql:Server` to a reader; a component is its class. */
export const shortType = (type: string): string =>
    type.startsWith("figlo:") ? (type.split(":").pop() ?? type) : type.replace(/^azure-native:/, "");

function treeOf(resources: readonly PlanResource[]): readonly Node[] {
    const byParent = new Map<string | undefined, PlanResource[]>();
    for (const resource of resources) {
        byParent.set(resource.parent, [...(byParent.get(resource.parent) ?? []), resource]);
    }
    const below = (urn: string | undefined): readonly Node[] =>
        [...(byParent.get(urn) ?? [])]
            .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
            .map((resource) => ({ resource, children: below(resource.urn) }));
    return below(undefined);
}

function draw(nodes: readonly Node[], label: (node: Node, margin: number) => string, indent = ""): string {
    return nodes
        .map((node, position) => {
            const last = position === nodes.length - 1;
            const root = node.resource.type === STACK;
            const branch = root ? "" : last ? "└─ " : "├─ ";
            const deeper = root ? indent : `${indent}${last ? "   " : "│  "}`;
            const inside = draw(node.children, label, deeper);
            return `${indent}${branch}${label(node, indent.length + branch.length)}\n${inside}`;
        })
        .join("");
}
