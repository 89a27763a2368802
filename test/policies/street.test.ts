import { evaluate } from "../../policies/evaluate";
import type { ResourceInput } from "../../policies/model";
import { ENVIRONMENTS, type Environment } from "../../stacks/settings/environments";
import { previewed, resolved } from "../street";
import { TODAY } from "./example-stack";

const found = (resources: readonly ResourceInput[], environment: Environment) =>
    evaluate(resources, { environment, today: TODAY }).map(
        ({ rule, urn, verdict, message }) => `${rule}, ${verdict}: ${urn.split("::").pop()} ${message}`,
    );

describe.each(ENVIRONMENTS)("our own %s", (environment) => {
    let before: readonly ResourceInput[];
    let after: readonly ResourceInput[];

    beforeAll(async () => {
        before = (await previewed(environment)).resources;
        after = (await resolved(environment)).resources;
    });

    it("keeps every rule as a first preview knows it", () => {
        expect(found(before, environment)).toEqual([]);
    });

    it("keeps every rule with names and ids known, as the engine has them at the end of a deployment", () => {
        expect(found(after, environment)).toEqual([]);
    });

    it.each([0.1, 0.3, 0.5, 0.7, 0.9])("keeps every rule when a deployment stopped at %d of the way", (share) => {
        expect(found(stopped(before, after, share), environment)).toEqual([]);
    });
});

/** A plan of which a share is there already, each after what it depends on: inputs that are made from those alone are known. */
function stopped(
    before: readonly ResourceInput[],
    after: readonly ResourceInput[],
    share: number,
): readonly ResourceInput[] {
    const known = new Map(after.map(({ urn, inputs }) => [urn, inputs]));
    const made = new Set(inOrder(before).slice(0, before.length * share));
    return before.map((resource) => {
        const inputs = Object.entries(resource.inputs).map(([property, value]) => {
            const from = resource.propertyDependencies?.[property] ?? [];
            return [property, from.every((urn) => made.has(urn)) ? known.get(resource.urn)?.[property] : value];
        });
        return { ...resource, inputs: Object.fromEntries(inputs) };
    });
}

/** URNs, each after those that it depends on. */
function inOrder(resources: readonly ResourceInput[]): readonly string[] {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const ordered = new Set<string>();
    const visit = (urn: string): void => {
        if (!ordered.has(urn)) {
            byUrn.get(urn)?.dependencies?.forEach(visit);
            ordered.add(urn);
        }
    };
    resources.forEach(({ urn }) => {
        visit(urn);
    });
    return [...ordered];
}
