import type { NameSegment } from "../../arm/resource-type";
import { RESOURCE_TYPES } from "../../arm/resource-types";
import { physicalName } from "../../policies/physical-name";
import { loneView } from "../../policies/stack-view";
import { UNKNOWN, urnOf } from "./example-stack";

const inputOf = (segment: NameSegment): string | undefined =>
    typeof segment === "string" ? segment : "input" in segment ? segment.input : undefined;

const otherwise = (segment: NameSegment | undefined): string | undefined =>
    segment === undefined || typeof segment === "string" || "madeUp" in segment
        ? undefined
        : "input" in segment
          ? segment.otherwise
          : segment.fixed;

const nameOf = (type: string, inputs: Record<string, unknown>) =>
    physicalName(loneView({ type, urn: urnOf(type, "it"), inputs }));

describe.each(Object.entries(RESOURCE_TYPES))("the name of %s", (type, { names }) => {
    const own = names.at(-1);
    const inputs = names.flatMap((segment) => inputOf(segment) ?? []);
    const given = Object.fromEntries(inputs.map((input) => [input, `Name-Of-${input}`]));
    const ownInput = own === undefined ? undefined : inputOf(own);

    it("is found when all is known", () => {
        expect(nameOf(type, given)).toBe((ownInput ? `Name-Of-${ownInput}` : otherwise(own))?.toLowerCase());
    });

    it("is the one that Azure has where it is left out, or none", () => {
        const { [ownInput ?? ""]: _, ...others } = given;
        expect(nameOf(type, others)).toBe(otherwise(own)?.toLowerCase());
    });

    it("is not known while it is not, whatever the names of its parents are", () => {
        const unknown = ownInput === undefined ? given : { ...given, [ownInput]: UNKNOWN };
        expect(nameOf(type, unknown)).toBe(ownInput === undefined ? otherwise(own)?.toLowerCase() : undefined);
    });
});
