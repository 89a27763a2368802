import type { Environment, ResourceInput } from "../../policies/model";
import { environmentOf } from "../../stacks/settings/environments";
import { PROJECT } from "../offline/plan-environment";
import type { GivenResource } from "./given";

/** Name and project of a stack, from the URNs of its resources: `urn:pulumi:<stack>::<project>::…`. */
const partsOf = (urn: string): { readonly stack?: string; readonly project?: string } => {
    const [, stack, project] = /^urn:pulumi:([^:]+)::([^:]+)::/.exec(urn) ?? [];
    return { stack, project };
};

/** The name of the stack that resources are of; empty where their URNs do not say it. */
export const stackNameOf = (resources: readonly GivenResource[]): string =>
    partsOf(resources[0]?.shown.urn ?? "").stack ?? "";

const STACK = "pulumi:pulumi:Stack";

/**
 * What is asked of a stack of ours, with the stack itself where an input leaves it out: rules that judge the whole ask it, and whoever
 * leaves it out must not be rid of them.
 */
export function withStack(resources: readonly GivenResource[]): readonly ResourceInput[] {
    const asked = resources.map((resource) => resource.asked);
    if (asked.some(({ type }) => type === STACK)) {
        return asked;
    }
    const { stack = "", project = "" } = partsOf(asked[0]?.urn ?? "");
    const urn = `urn:pulumi:${stack}::${project}::${STACK}::${project}-${stack}`;
    return [...asked, { urn, type: STACK, inputs: {}, custom: false }];
}

/** The environment whose settings and level count, where all resources are of one stack of this project; `undefined` for any other. */
export function ownEnvironment(resources: readonly GivenResource[]): Environment | undefined {
    const [first, ...others] = new Set(resources.map(({ shown }) => environmentOfUrn(shown.urn)));
    return others.length === 0 ? first : undefined;
}

function environmentOfUrn(urn: string): Environment | undefined {
    const { stack, project } = partsOf(urn);
    try {
        return project === PROJECT && stack !== undefined ? environmentOf(stack) : undefined;
    } catch {
        return undefined;
    }
}
