const STACK_TYPE = "pulumi:pulumi:Stack";

/** A resource's URN as the engine makes it: the types of all parents but the stack, joined by `$`, stand before its own type. */
export function urnOf(project: string, stack: string, parent: string, type: string, name: string): string {
    const parentTypes = parent.split("::")[2];
    const qualified = !parentTypes || parentTypes === STACK_TYPE ? type : `${parentTypes}$${type}`;
    return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}
