import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { ResourceInput } from "../../../policies/model";
import type { Mutant, Resources } from "./mutants";
import { shortType } from "./places";

const NOT_CONTROLS = z
    .array(z.strictObject({ types: z.array(z.string()).min(1), why: z.string().min(15) }))
    .parse(parse(readFileSync(join(__dirname, "not-controls.yaml"), "utf8")))
    .flatMap(({ types }) => types);

/** Types that are declared to be no controls and that the plan does not hold. */
export const unusedTypes = (resources: Resources): readonly string[] => {
    const held = new Set(resources.map(({ type }) => shortType(type)));
    return NOT_CONTROLS.filter((type) => !held.has(type));
};

/** Each resource that is a control, left out; whatever is not declared to be none is one. */
export function* removals(resources: Resources): Iterable<Mutant> {
    for (const resource of resources.filter(isControl)) {
        yield {
            at: shortType(resource.type),
            from: "there",
            change: "removed",
            name: resource.name ?? "",
            readers: new Set(),
            resources: resources.filter((each) => each !== resource),
        };
    }
}

const isControl = ({ type, custom }: ResourceInput): boolean =>
    custom !== false && type !== "pulumi:pulumi:Stack" && !NOT_CONTROLS.includes(shortType(type));
