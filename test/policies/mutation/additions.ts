import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { ResourceInput } from "../../../policies/model";
import { type Mutant, type Resources, replaced, withInput } from "./mutants";
import { shortType, valueAt } from "./places";

const inputs = z.record(z.string(), z.unknown());

const BAD = z
    .strictObject({
        resources: z.array(
            z.strictObject({
                what: z.string(),
                type: z.string(),
                inputs,
                /** For an input, the type of a resource of the plan that it is made from. */
                of: z.record(z.string(), z.string()).default({}),
            }),
        ),
        elements: z.array(
            z.strictObject({ what: z.string(), to: z.string(), name: z.string().optional(), add: z.unknown() }),
        ),
    })
    .parse(parse(readFileSync(join(__dirname, "bad-resources.yaml"), "utf8")));

/** What nobody may add to a plan: one of each type that says nothing at all, and what is known to be bad. */
export function* additions(resources: Resources): Iterable<Mutant> {
    const custom = resources.filter(({ type, custom }) => custom !== false && type.startsWith("azure-native:"));
    for (const type of new Set(custom.map((each) => each.type))) {
        yield added(`${shortType(type)} added`, "that says nothing", resources, type, {});
    }
    for (const { what, type, inputs: given, of } of BAD.resources) {
        const token = type.split(":").length === 3 ? type : `azure-native:${type}`;
        yield added(`${shortType(token)} added`, what, resources, token, given, of);
    }
    for (const { what, to, name, add } of BAD.elements) {
        const [type, at = ""] = to.split(" ");
        const path = at.split(".");
        const resource = custom.find(
            (each) => shortType(each.type) === type && (name ?? each.name) === each.name,
        ) as ResourceInput;
        yield {
            at: to,
            from: "as it was",
            change: what,
            name: resource.name ?? "",
            readers: new Set(),
            resources: replaced(resources, withInput(resource, path, joined(valueAt(resource.inputs, path), add))),
        };
    }
}

function joined(old: unknown, add: unknown): unknown {
    return Array.isArray(add)
        ? [...(Array.isArray(old) ? old : []), ...add]
        : { ...(old as object), ...(add as object) };
}

function added(
    at: string,
    change: string,
    resources: Resources,
    type: string,
    given: ResourceInput["inputs"],
    of: Readonly<Record<string, string>> = {},
): Mutant {
    const made = Object.entries(of).map(([property, wanted]) => {
        const from = resources.find((each) => shortType(each.type) === wanted);
        return [property, [from?.urn ?? `there is no ${wanted}`]] as const;
    });
    const stack = resources.find((each) => each.type === "pulumi:pulumi:Stack");
    const bad: ResourceInput = {
        urn: `${stack?.urn.split("::").slice(0, 2).join("::")}::${type}::added`,
        type,
        name: "added",
        parent: stack?.urn,
        inputs: { ...Object.fromEntries(made.map(([property]) => [property, { $unknown: true }])), ...given },
        propertyDependencies: Object.fromEntries(made),
        protect: false,
        custom: true,
    };
    return { at, from: "not there", change, name: "added", readers: new Set(), resources: [...resources, bad] };
}
