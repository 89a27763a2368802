import type { ArmResource } from "./arm-resource";

/** A resource in a template, with its id in the subscription. */
export interface Exported {
    readonly id: string;
    readonly arm: ArmResource;
}
