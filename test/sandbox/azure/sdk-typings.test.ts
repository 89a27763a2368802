import { RESOURCE_TYPES } from "../../../arm/resource-types";
import { fieldsOf, type Shape, shapesOf } from "../../../sandbox/azure/input-shapes";
import { fieldsOfInput, inputsOfClass, valuesOfEnum } from "../../../sandbox/azure/sdk-typings";

describe("the typings of azure-native", () => {
    it("tell the inputs of a class, and which it must have", () => {
        const inputs = inputsOfClass("azure-native:sql:FailoverGroup");
        expect(inputs.get("partnerServers")?.required).toBe(true);
        expect(inputs.get("tags")).toEqual({
            required: false,
            type: expect.stringMatching(/\[key: string\]: pulumi\.Input<string>/),
        });
    });

    it("tell the fields of an input by module: names repeat between services", () => {
        expect([...fieldsOfInput("network", "SubResourceArgs").keys()]).toEqual(["id"]);
        expect(fieldsOfInput("network", "NothingArgs").size).toBe(0);
    });

    it("tell the values of an enumeration, which differ from their names", () => {
        expect(valuesOfEnum("sql", "AvailabilityZoneType")).toEqual(["NoPreference", "1", "2", "3"]);
        expect(valuesOfEnum("sql", "Nothing")).toEqual([]);
    });
});

describe.each(Object.keys(RESOURCE_TYPES).sort())("%s in the typings", (type) => {
    /** Every object that its inputs lead to. */
    function objectsIn(shapes: readonly Shape[], seen: Set<string>): ReadonlySet<string> {
        for (const shape of shapes) {
            if (shape.kind === "object" && !seen.has(shape.name)) {
                seen.add(shape.name);
                objectsIn(
                    [...fieldsOf(shape.name).values()].map((field) => field.shape),
                    seen,
                );
            }
            const inner = { array: "items", map: "values" }[shape.kind as "array" | "map"];
            if (inner || shape.kind === "oneOf") {
                const parts = shape.kind === "oneOf" ? shape.options : [(shape as never)[inner as never] as Shape];
                objectsIn(parts, seen);
            }
        }
        return seen;
    }

    it("is found with all that it contains", () => {
        const inputs = [...shapesOf(type).values()].map((field) => field.shape);
        expect(inputs.length).toBeGreaterThan(0);
        const empty = [...objectsIn(inputs, new Set())].filter((name) => fieldsOf(name).size === 0);
        expect(empty).toEqual([]);
    });
});
